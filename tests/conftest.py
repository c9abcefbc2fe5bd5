"""A real Mosquitto for every test that speaks over the wire, and the same invented examples in every run."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from links import Links
from mosquitto import Mosquitto

# A change is judged by its own faults, not by what chance turns up that day; NEW_EXAMPLES=1 goes looking for more.
settings.register_profile("same-examples", derandomize="NEW_EXAMPLES" not in os.environ, deadline=None)
settings.load_profile("same-examples")


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mosquitto]:
    """One broker for the whole run, open to everybody; give each test a branch of its own."""
    mosquitto = Mosquitto(tmp_path_factory.mktemp("mosquitto"))
    mosquitto.start()
    yield mosquitto
    mosquitto.stop()


@pytest.fixture
def own_broker(tmp_path: Path) -> Iterator[Callable[..., Mosquitto]]:
    """Makes brokers that the test may kill, restart and give settings of its own; call it, they have started."""
    made: list[Mosquitto] = []

    def make(*, settings: str = "allow_anonymous true\n", socket_path: Path | None = None) -> Mosquitto:
        folder = tmp_path / f"mosquitto-{len(made)}"
        folder.mkdir()
        mosquitto = Mosquitto(folder, settings=settings, socket=socket_path)
        made.append(mosquitto)
        mosquitto.start()
        return mosquitto

    yield make
    for mosquitto in made:
        mosquitto.stop()


@pytest.fixture
def links() -> Iterator[Links]:
    """Links of one branch, which end with the test."""
    made = Links()
    yield made
    made.stop()
