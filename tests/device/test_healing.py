"""Each program is killed, stopped and hung, as it may happen in a branch, while visitors take numbers."""

import signal
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from device_box import DeviceBox, seconds_until
from ten_seconds import TenSeconds
from visitors_elsewhere import VisitorsElsewhere

PROGRAMS = ("mosquitto", "beurt-broker-watch", "beurt-hub", "beurt-console", "beurt-kiosk", "beurt-display")
SCREENS = "beurt-screens"
PYTHON = "beurt"

# Paho leaves the socket open with which it found no broker; while one is started again that happens.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

Hold = Callable[[int], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def numbers(box: DeviceBox, visitors: VisitorsElsewhere) -> Iterator[None]:
    """Two numbers before each mishap, one after it, and none is lost or given twice."""
    for program in PROGRAMS:
        seconds_until(lambda program=program: box.unit(f"{program}.service", "SubState") == "running")  # type: ignore[misc]
    visitors.take()
    visitors.take()
    yield
    visitors.take()
    assert visitors.have_what_they_took()
    assert len(set(visitors.numbers)) == 3
    assert visitors.numbers == sorted(visitors.numbers, key=int)


def is_back(box: DeviceBox, program: str, before: str, visitors: VisitorsElsewhere) -> bool:
    """Is it another process, which is ready, and does it do its work?"""
    unit = f"{program}.service"
    if box.unit(unit, "MainPID") in {before, "0"} or box.unit(unit, "SubState") != "running":
        return False
    if program in {"mosquitto", "beurt-hub"}:
        return visitors.is_served()
    return program != "beurt-console" or shakes_hands(box)


def shakes_hands(box: DeviceBox) -> bool:
    trusting = ssl.create_default_context(cafile=box.path("/etc/beurt/ca.crt"))
    try:
        with socket.create_connection(("127.0.0.1", 8443), 1) as line:
            trusting.wrap_socket(line, server_hostname="127.0.0.1").close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_is_killed_is_back_in_ten_seconds(
    box: DeviceBox, visitors: VisitorsElsewhere, program: str, ten_seconds: TenSeconds
) -> None:
    before = box.unit(f"{program}.service", "MainPID")
    box.signal(f"{program}.service", signal.SIGKILL)
    healed_s = seconds_until(lambda: is_back(box, program, before, visitors))
    assert ten_seconds.were_enough(program, "killed", healed_s)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_stands_still_is_back_in_ten_seconds(
    box: DeviceBox, visitors: VisitorsElsewhere, program: str, ten_seconds: TenSeconds
) -> None:
    before = box.unit(f"{program}.service", "MainPID")
    box.signal(f"{program}.service", signal.SIGSTOP)
    healed_s = seconds_until(lambda: is_back(box, program, before, visitors))
    assert ten_seconds.were_enough(program, "stands still", healed_s)


@pytest.mark.parametrize("program", [each for each in PROGRAMS if each != "mosquitto"])
def test_what_hangs_while_its_other_threads_run_is_back_in_ten_seconds(
    box: DeviceBox,
    visitors: VisitorsElsewhere,
    held: Hold,
    program: str,
    ten_seconds: TenSeconds,
) -> None:
    before = box.unit(f"{program}.service", "MainPID")
    with held(box.process(f"{program}.service", PYTHON)):
        healed_s = seconds_until(lambda: is_back(box, program, before, visitors))
    assert ten_seconds.were_enough(program, "hangs", healed_s)


def are_both_back(box: DeviceBox, before: dict[str, str]) -> bool:
    """Is there another compositor, and has each program come to it anew?"""
    return all(
        box.unit(unit, "MainPID") not in {pid, "0"} and box.unit(unit, "SubState") == "running"
        for unit, pid in before.items()
    )


def of_both(box: DeviceBox) -> dict[str, str]:
    return {
        unit: box.unit(unit, "MainPID")
        for unit in (f"{SCREENS}.service", "beurt-kiosk.service", "beurt-display.service")
    }


def test_two_screens_are_back_in_ten_seconds_when_what_shows_them_is_killed(
    box: DeviceBox, ten_seconds: TenSeconds
) -> None:
    before = of_both(box)
    box.signal(f"{SCREENS}.service", signal.SIGKILL)
    healed_s = seconds_until(lambda: are_both_back(box, before))
    assert ten_seconds.were_enough(SCREENS, "killed", healed_s)


def test_two_screens_that_no_longer_move_are_back_in_ten_seconds(
    box: DeviceBox, held: Hold, ten_seconds: TenSeconds
) -> None:
    before = of_both(box)
    with held(box.process(f"{SCREENS}.service", "labwc")):
        healed_s = seconds_until(lambda: are_both_back(box, before))
    assert ten_seconds.were_enough(SCREENS, "hangs", healed_s)


def test_a_seat_that_goes_away_takes_nothing_along(box: DeviceBox, ten_seconds: TenSeconds) -> None:
    box.signal("seatd.service", signal.SIGKILL)
    healed_s = seconds_until(lambda: box.unit("seatd.service", "SubState") == "running")
    assert ten_seconds.were_enough("seatd", "killed", healed_s)
    for program in ("beurt-screens", "beurt-kiosk", "beurt-display"):
        seconds_until(lambda program=program: box.unit(f"{program}.service", "SubState") == "running")  # type: ignore[misc]


def test_a_database_that_is_locked_for_a_while_is_no_hang(box: DeviceBox, visitors: VisitorsElsewhere) -> None:
    before = box.unit("beurt-hub.service", "MainPID")
    locking = (
        "import sqlite3, time; line = sqlite3.connect('/var/lib/beurt/beurt.db', isolation_level=None);"
        "line.execute('BEGIN IMMEDIATE'); time.sleep(9); line.execute('ROLLBACK')"
    )
    box.run("runuser", "--user=beurt-hub", "--", "/opt/beurt/current/bin/python", "-c", locking)
    seconds_until(visitors.is_served)
    assert box.unit("beurt-hub.service", "MainPID") == before
