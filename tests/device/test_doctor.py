"""The doctor in a booted box: what it finds, what it tells, and what it says of a box that is not well."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from device_box import DeviceBox, seconds_until
from figures import Figures

from beurt import main
from runtime.settings.model import Account, Broker
from wire.glance import Glance, look

FOUND = "/var/lib/beurt-health/doctor.json"
DEVICES = {"hub-1", "console-1", "kiosk-1", "display-1"}


def visit(box: DeviceBox) -> dict[str, Any]:
    """What the doctor finds now, by its own unit."""
    box.run("systemctl", "start", "beurt-health.service")
    told: dict[str, Any] = json.loads(box.path(FOUND).read_text())
    return told


def levels(report: dict[str, Any], check: str) -> dict[str | None, str]:
    return {each.get("subject"): each["level"] for each in report["findings"] if each["check"] == check}


def glance(box: DeviceBox) -> Glance:
    socket, secret = box.path("/run/mosquitto/beurt.sock"), box.path("/etc/beurt/secrets/monitor")
    return look(Broker(socket=socket, accounts={"monitor": Account(password_file=secret)}), "monitor", "proef")


@pytest.fixture(scope="module", autouse=True)
def trusted_clock(box: DeviceBox) -> None:
    """The hub believes the mark that its time server was reached, which the box was installed with."""
    seconds_until(lambda: glance(box).statuses["hub-1"].facts["clock"] == "trusted")


@pytest.fixture
def stopped(box: DeviceBox) -> Iterator[str]:
    """A program that somebody stopped, and starts again afterwards."""
    unit = "beurt-console.service"
    box.run("systemctl", "stop", unit)
    yield unit
    box.run("systemctl", "start", unit)


def troubles(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in report["findings"] if each["level"] not in {"good", "not-here"}]


@pytest.mark.usefixtures("second_box")
def test_a_box_that_is_well_is_green(box: DeviceBox, figures: Figures) -> None:
    """With its branch's second box switched on, and its first backup made."""
    box.run("systemctl", "start", "beurt-backup.service")
    report = visit(box)
    assert troubles(report) == []
    assert (report["level"], box.unit("beurt-health.service", "ExecMainStatus")) == ("good", "0")
    assert (report["branch"], set(report["devices"])) == ("proef", DEVICES)
    told = box.run("beurt", "doctor", check=False)
    assert told.returncode == 0, told.stdout
    assert told.stdout.splitlines()[-1] == "all is well"
    found = [each["level"] for each in report["findings"]]
    figures.put("the doctor", "after the start", f"{found.count('good')} good")


def test_a_second_box_that_is_off_is_a_warning_and_no_more(box: DeviceBox) -> None:
    report = visit(box)
    assert {each["subject"] for each in troubles(report)} == {"kiosk-2", "display-2"}
    assert (report["level"], box.unit("beurt-health.service", "ExecMainStatus")) == ("warning", "1")


@pytest.mark.parametrize(
    "check", ["settings", "services", "storage", "clock", "disk", "certificates", "versions", "backup"]
)
def test_what_there_is_is_good(box: DeviceBox, check: str) -> None:
    found = set(levels(visit(box), check).values())
    assert "good" in found
    assert found <= {"good", "not-here"}


def test_every_program_of_the_box_is_heard_and_connected(box: DeviceBox) -> None:
    found = levels(visit(box), "broker")
    assert found[None] == "good"
    assert {device: found[device] for device in DEVICES} == dict.fromkeys(DEVICES, "good")


def test_a_box_that_draws_nowhere_misses_no_screen_and_no_finger(box: DeviceBox) -> None:
    report = visit(box)
    assert levels(report, "screen") == levels(report, "touch") == {None: "not-here"}


def test_the_doctor_takes_no_programs_place_at_the_broker(box: DeviceBox) -> None:
    before = {device: status.since for device, status in glance(box).statuses.items()}
    visit(box)
    after = glance(box)
    assert {device: status.since for device, status in after.statuses.items()} == before
    assert {status.state for device, status in after.statuses.items() if device in DEVICES} <= {"ready", "degraded"}


def test_the_branch_hears_from_every_program_what_the_doctor_found(box: DeviceBox) -> None:
    level = visit(box)["level"]
    box.run("systemctl", "restart", "beurt-display.service")

    def tells() -> bool:
        statuses = glance(box).statuses
        return "display-1" in statuses and statuses["display-1"].facts.get("doctor") == level

    seconds_until(tells)


def test_a_program_that_was_stopped_is_critical_and_it_says_what_to_do(box: DeviceBox, stopped: str) -> None:
    report = visit(box)
    (finding,) = [each for each in report["findings"] if each.get("subject") == stopped]
    assert (report["level"], finding["level"]) == ("critical", "critical")
    assert f"systemctl restart {stopped}" in finding["todo"]


def test_a_bad_finding_is_no_failed_unit(box: DeviceBox, stopped: str) -> None:
    assert levels(visit(box), "services")[stopped] == "critical"
    assert box.unit("beurt-health.service", "Result") == "success"


def test_what_was_found_is_for_the_box_only(box: DeviceBox) -> None:
    visit(box)
    assert box.run("stat", "--format=%a %U %G", FOUND).stdout.strip() == "640 beurt-health beurt"


def test_a_person_at_the_box_reads_it_in_words(box: DeviceBox) -> None:
    told = box.run("beurt", "doctor", check=False)
    assert told.returncode in {0, 1}, told.stdout
    assert told.stdout.startswith("Bibliotheek Proef: ")


def test_the_branch_is_seen_from_outside_over_tls_by_a_monitor(box: DeviceBox, tmp_path: Path) -> None:
    box.run("beurt", "certificates", "monitor", "/srv/look")
    shutil.copytree(box.path("/srv/look"), tmp_path / "look")
    listed = tmp_path / "fleet.toml"
    listed.write_text(
        '[[branches]]\nname = "Proef"\n[branches.mqtt]\nbranch = "proef"\nhost = "127.0.0.1"\n'
        'tls_ca = "look/ca.crt"\npassword_file = "look/monitor"\n'
    )
    told = json.loads(CliRunner().invoke(main, ["fleet", str(listed), "--json"]).output)
    (branch,) = told["branches"]
    assert branch["state"] != "unreachable", branch
    assert set(branch["devices"]) >= DEVICES
