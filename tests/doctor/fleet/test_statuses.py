from datetime import UTC, datetime

from doctor.fleet.statuses import of_glance
from wire.devices import DeviceCondition, DeviceStatus, Fact, PrinterState
from wire.glance import Glance

NOW = datetime(2026, 3, 10, 8, 10, tzinfo=UTC)
LOOKED = "2026-03-10T08:07:00.000Z"


def status(
    device: str = "kiosk-1", state: DeviceCondition = "ready", printer: PrinterState | None = None, **facts: Fact
) -> DeviceStatus:
    return DeviceStatus(
        device=device, kind="kiosk", state=state, at=LOOKED, since=LOOKED, version="0.1.0",
        printer=printer or PrinterState("none"), facts=facts,
    )  # fmt: skip


def seen(*statuses: DeviceStatus, hub_took_s: float | None = 0.01) -> Glance:
    return Glance(statuses={each.device: each for each in statuses}, hub_took_s=hub_took_s)


def test_what_the_doctor_of_a_box_found_comes_with_the_status() -> None:
    told = status(
        doctor="critical",
        doctor_at=LOOKED,
        doctor_1="critical: printer (kiosk-1): The paper is out: really.",
        doctor_1_todo="A roll.",
        doctor_2="warning: clock: Late.",
    )
    branch = of_glance("Hengelo", seen(told), NOW)
    assert branch.state == "critical"
    assert [(each.level, each.name, each.what, each.advice) for each in branch.troubles] == [
        ("critical", "printer (kiosk-1)", "The paper is out: really.", "A roll."),
        ("warning", "clock", "Late.", None),
    ]
    assert branch.looked_at == LOOKED


def test_two_programs_of_one_box_tell_the_same_trouble_once() -> None:
    facts: dict[str, Fact] = {"doctor": "warning", "doctor_at": LOOKED, "doctor_1": "warning: clock: Late."}
    assert len(of_glance("Hengelo", seen(status("a", **facts), status("b", **facts)), NOW).troubles) == 1


def test_a_device_that_is_away_is_critical() -> None:
    branch = of_glance("Hengelo", seen(status(), status("kiosk-2", "offline")), NOW)
    assert [each.name for each in branch.troubles] == ["kiosk (kiosk-2)"]


def test_a_hub_that_does_not_answer_is_critical() -> None:
    assert [each.name for each in of_glance("Hengelo", seen(status(), hub_took_s=None), NOW).troubles] == ["hub"]


def test_without_a_doctor_the_printer_is_told_all_the_same() -> None:
    assert of_glance("Hengelo", seen(status(printer=PrinterState("paper-out"))), NOW).state == "critical"
    assert of_glance("Hengelo", seen(status(printer=PrinterState("paper-low"))), NOW).state == "warning"
    assert of_glance("Hengelo", seen(status(printer=PrinterState("ready"))), NOW).state == "good"


def test_a_doctor_that_has_not_looked_for_long_is_not_believed() -> None:
    old = status(doctor="good", doctor_at="2026-03-10T06:00:00.000Z")
    assert of_glance("Hengelo", seen(old), NOW).state == "warning"


def test_facts_that_are_no_findings_are_shown_as_they_are() -> None:
    branch = of_glance("Hengelo", seen(status(doctor="x", doctor_at=LOOKED, doctor_1="<b>" + "x" * 999)), NOW)
    assert branch.troubles[0].level == "warning"
    assert len(branch.troubles[0].what) <= 400
