"""A box that runs, given by scripts/test-device; without it there is nothing to try here."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from device_box import DeviceBox
from visitors_elsewhere import VisitorsElsewhere

collect_ignore_glob = [] if "DEVICE_PID" in os.environ else ["test_*"]

# A box that just started, what changes nothing, what hurts, what leaves another version.
FIRST, LAST = ["test_target", "test_doctor"], ["test_healing", "test_update"]
FIGURES = pytest.StashKey[list[str]]()
HOLDER = Path(__file__).parents[1] / "kit/hold_thread.py"


@pytest.fixture(scope="session")
def box() -> DeviceBox:
    """The box of this run; what a test changes in it the next one finds."""
    return DeviceBox.given()


@pytest.fixture
def visitors(box: DeviceBox) -> Iterator[VisitorsElsewhere]:
    """Visitors at the branch's other kiosk."""
    elsewhere = VisitorsElsewhere(box)
    yield elsewhere
    elsewhere.leave()


@pytest.fixture
def held() -> Callable[[int], AbstractContextManager[None]]:
    """Holds a thread while the rest of its process runs on."""

    @contextmanager
    def hold(thread: int) -> Iterator[None]:
        with subprocess.Popen([sys.executable, HOLDER, str(thread)], stdout=subprocess.PIPE, text=True) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            yield
            holder.terminate()

    return hold


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Notes a figure, to be told at the end of the run."""

    def keep(figure: str) -> None:
        request.config.stash.setdefault(FIGURES, []).append(f"{request.node.name}: {figure}")

    return keep


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In an order that lets each find the box as it wants it."""
    items.sort(key=lambda item: _place(item.path.stem))


def _place(file: str) -> int:
    if file in FIRST:
        return FIRST.index(file) - len(FIRST)
    return LAST.index(file) + 1 if file in LAST else 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for figure in config.stash.get(FIGURES, []):
        terminalreporter.write_line(figure)
