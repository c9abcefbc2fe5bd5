"""A box that runs, given by scripts/test-device; without it there is nothing to try here."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from device_box import DeviceBox
from figures import Figures
from second_box import SecondBox
from ten_seconds import TenSeconds
from visitors_elsewhere import VisitorsElsewhere

collect_ignore_glob = [] if "DEVICE_PID" in os.environ else ["test_*"]

# A box that just started, what changes nothing, what hurts, what leaves another version.
FIRST, LAST = ["test_target", "test_doctor"], ["test_healing", "test_update"]
NOTES = pytest.StashKey[list[str]]()
FIGURES = pytest.StashKey[Figures]()
# Of one test: a computer that is ten times slower than a Pi is no fault.
LIMIT_S = 900
HOLDER = Path(__file__).parents[1] / "kit/hold_thread.py"


@pytest.fixture(scope="session")
def box() -> DeviceBox:
    """The box of this run; what a test changes in it the next one finds."""
    return DeviceBox.given()


@pytest.fixture
def second_box(box: DeviceBox) -> Iterator[None]:
    """The branch's second box, switched on."""
    second = SecondBox(box)
    yield
    second.switch_off()


@pytest.fixture
def visitors(box: DeviceBox) -> Iterator[VisitorsElsewhere]:
    """Visitors at the branch's other kiosk."""
    elsewhere = VisitorsElsewhere(box)
    yield elsewhere
    elsewhere.leave()


@pytest.fixture
def ten_seconds(box: DeviceBox, figures: Figures) -> TenSeconds:
    """Within which a box is well again."""
    return TenSeconds(box, figures)


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
        request.config.stash.setdefault(NOTES, []).append(f"{request.node.name}: {figure}")

    return keep


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """A table of what was measured, to be shown at the end of the run."""
    return request.config.stash.setdefault(FIGURES, Figures())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In an order that lets each find the box as it wants it, and with time for a slow computer."""
    items.sort(key=lambda item: _place(item.path.stem))
    for item in items:
        if item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(LIMIT_S))


def _place(file: str) -> int:
    if file in FIRST:
        return FIRST.index(file) - len(FIRST)
    return LAST.index(file) + 1 if file in LAST else 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = [*config.stash.get(FIGURES, Figures()).lines(), *config.stash.get(NOTES, [])]
    if lines:
        terminalreporter.section("the box")
    for line in lines:
        terminalreporter.write_line(line)
