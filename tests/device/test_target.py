import ssl
import urllib.request

import pytest
from device_box import DeviceBox, seconds_until
from figures import Figures
from visitors_elsewhere import VisitorsElsewhere

PROGRAMS = ("mosquitto", "beurt-broker-watch", "beurt-hub", "beurt-console", "beurt-kiosk", "beurt-display")
SCREENS = "beurt-screens"
STATE, READY = "after the start", "ready in"
SOON_S = 120


def test_the_box_is_running_and_nothing_failed(box: DeviceBox, figures: Figures) -> None:
    told = box.run("systemctl", "is-system-running", "--wait", check=False).stdout.strip()
    assert box.run("systemctl", "--failed", "--plain", "--no-legend").stdout == ""
    assert told == "running"
    figures.put("the box", STATE, told)


@pytest.mark.parametrize("program", [*PROGRAMS, SCREENS])
def test_each_program_runs_and_started_once(box: DeviceBox, program: str, figures: Figures) -> None:
    unit = f"{program}.service"
    figures.put(program, STATE, box.unit(unit, "SubState"))
    assert box.unit(unit, "ActiveState") == "active"
    assert box.unit(unit, "NRestarts") == "0", box.journal(f"--unit={program}")


def test_everything_is_there_soon(box: DeviceBox, figures: Figures) -> None:
    begun_s = box.moment_s("", "UserspaceTimestampMonotonic")
    target_s = box.moment_s("beurt.target", "ActiveEnterTimestampMonotonic") - begun_s
    figures.put("the box", READY, f"{target_s:.1f} s")
    for program in (*PROGRAMS, SCREENS):
        ready_s = box.moment_s(f"{program}.service", "ActiveEnterTimestampMonotonic") - begun_s
        figures.put(program, READY, f"{ready_s:.1f} s")
        assert 0 < ready_s < SOON_S
    assert target_s < SOON_S


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_program_runs_as_root(box: DeviceBox, program: str) -> None:
    for process in box.processes(f"{program}.service"):
        assert box.run("stat", "--format=%U", f"/proc/{box.number_inside(process)}").stdout.strip() != "root"


def test_visitors_get_numbers_one_after_the_other(visitors: VisitorsElsewhere) -> None:
    first, second = int(visitors.take()), int(visitors.take())
    assert second == first + 1


def test_the_staffs_page_is_served_with_the_certificate_of_the_branch(box: DeviceBox) -> None:
    trusting = ssl.create_default_context(cafile=box.path("/etc/beurt/ca.crt"))
    with urllib.request.urlopen("https://127.0.0.1:8443/", context=trusting, timeout=60) as page:
        assert page.status == 200
        assert "Bibliotheek Proef" in page.read().decode()


def test_the_doctor_looks_by_the_clock_and_has_nothing_to_say_of_the_programs(box: DeviceBox) -> None:
    box.run("systemctl", "start", "beurt-health.service")
    assert box.unit("beurt-health.service", "Result") == "success"


def test_nothing_warns_in_the_journal(box: DeviceBox) -> None:
    programs = [f"--unit={each}" for each in PROGRAMS]
    assert box.journal("--priority=warning", *programs).splitlines() == []


def test_the_box_tells_nobody_anything_but_over_tls(box: DeviceBox) -> None:
    listening = box.run("ss", "--no-header", "--listening", "--tcp", "--numeric").stdout.split("\n")
    ports = {line.split()[3].rpartition(":")[2] for line in listening if line}
    assert ports <= {"8443", "8444", "8883"}


def test_a_program_that_is_stopped_is_back_with_the_target(box: DeviceBox) -> None:
    box.run("systemctl", "restart", "beurt.target")
    for program in PROGRAMS:
        seconds_until(lambda program=program: box.unit(f"{program}.service", "ActiveState") == "active")  # type: ignore[misc]
