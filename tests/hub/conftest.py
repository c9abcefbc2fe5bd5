from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hub_process import HubProcess
from wire_client import WireClient


@pytest.fixture
def start_hub(tmp_path: Path, broker: Any) -> Iterator[Callable[..., HubProcess]]:
    """Starts hubs on the common broker, each a branch of its own; they end with the test."""
    started: list[HubProcess] = []

    def start(more: str = "", port: int | None = None, **environment: str) -> HubProcess:
        folder = tmp_path / f"hub-{len(started)}"
        folder.mkdir()
        hub = HubProcess(folder, port or broker.port, more, environment=environment)
        hub.start()
        started.append(hub)
        return hub

    yield start
    for hub in started:
        hub.stop()


@pytest.fixture
def client_of(broker: Any) -> Iterator[Callable[..., WireClient]]:
    """Makes third-party clients of a hub's branch, once the hub has spoken."""
    made: list[WireClient] = []

    def make(hub: HubProcess, name: str = "third-party") -> WireClient:
        client = WireClient(hub.port, hub.branch, name)
        made.append(client)
        client.latest("menu")
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]) -> WireClient:
    """A third party of a freshly started branch."""
    return client_of(start_hub())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, broker: Any) -> Iterator[WireClient]:
    """A third party of a branch that other tests of the module use too: for what changes nothing."""
    hub = HubProcess(tmp_path_factory.mktemp("shared"), broker.port)
    hub.start()
    client = WireClient(hub.port, hub.branch)
    client.latest("menu")
    yield client
    client.close()
    hub.stop()
