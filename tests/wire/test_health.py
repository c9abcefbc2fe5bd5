import json
import logging
from pathlib import Path

import pytest
from ear import Ear
from links import Links, status_of
from mosquitto import Mosquitto

from wire.devices import DeviceStatus
from wire.health import LONGEST, MOST_TROUBLES, Health
from wire.payload import MAX_PAYLOAD_BYTES, encode, read


def report(*findings: dict[str, str], level: str = "critical") -> str:
    return json.dumps({"schema": 1, "at": "2026-03-10T08:00:00.000Z", "level": level, "findings": findings})


def finding(level: str, what: str, **more: str) -> dict[str, str]:
    return {"check": "printer", "level": level, "what": what, **more}


def test_where_no_doctor_was_nothing_is_said(tmp_path: Path) -> None:
    status = status_of("kiosk-1")
    assert Health(tmp_path / "doctor.json").added_to(status) is status


def test_the_troubles_are_told_the_worst_first(tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(
        report(
            finding("good", "Well."),
            finding("warning", "Low."),
            finding("critical", "Out.", subject="kiosk-1", todo="A roll."),
        )
    )
    assert Health(file).facts() == {
        "doctor": "critical",
        "doctor_at": "2026-03-10T08:00:00.000Z",
        "doctor_1": "critical: printer (kiosk-1): Out.",
        "doctor_1_todo": "A roll.",
        "doctor_2": "warning: printer: Low.",
    }


def test_the_programs_own_facts_go_before_the_doctors(tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(report(level="good"))
    told = DeviceStatus(
        device="hub-1", kind="hub", state="ready", at="", since="", version="1", facts={"doctor": "own", "clock": "x"}
    )
    facts = Health(file).added_to(told).facts
    assert (facts["doctor"], facts["clock"]) == ("own", "x")


def test_however_much_is_wrong_the_status_stays_small(tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(report(*(finding("critical", "x" * 2000, todo="y" * 2000) for _ in range(60))))
    facts = Health(file).facts()
    assert len(facts) == 2 + 2 * MOST_TROUBLES
    assert all(len(str(fact)) <= LONGEST for fact in facts.values())
    assert len(encode(facts)) < MAX_PAYLOAD_BYTES / 2


def test_a_new_report_is_read_and_the_same_one_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(report(level="good"))
    health = Health(file)
    assert health.facts() is health.facts()
    new = tmp_path / "new"
    new.write_text(report(level="warning"))
    new.replace(file)
    assert health.facts()["doctor"] == "warning"


@pytest.mark.parametrize("text", ["", "{", "[" * 5000, '{"at": 1}', "\x00"])
def test_a_report_that_makes_no_sense_is_said_in_the_log_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(text)
    with caplog.at_level(logging.WARNING):
        Health(file).facts()
    assert Health(file).facts() == {}


def test_the_status_on_the_wire_carries_what_the_doctor_found(links: Links, broker: Mosquitto, tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text(report(finding("critical", "Out."), level="critical"))
    links.connect(broker, "kiosk-1", health=Health(file))
    late = Ear()
    links.connect(broker, "console-1", hears=[(links.topics.status("kiosk-1"), late)])
    assert read(late.next().payload, DeviceStatus).facts["doctor_1"] == "critical: printer: Out."
