import json

from jinja2 import Environment
from reports import WELL, report

from doctor.telling.home_assistant import discoveries
from wire.devices import DeviceStatus, PrinterState
from wire.payload import encode

KINDS = {"kiosk-1": "kiosk", "hub-1": "hub"}


def config(device: str = "kiosk-1") -> dict[str, object]:
    found = discoveries(report(WELL, devices=("kiosk-1", "hub-1")), KINDS, "homeassistant")  # type: ignore[arg-type]
    told: dict[str, object] = json.loads(found[f"homeassistant/device/beurt-hengelo-{device}/config"])
    return told


def shown(component: str, status: DeviceStatus) -> str:
    """What Home Assistant makes of a status, whose templates are Jinja's."""
    parts = config()["cmps"]
    assert isinstance(parts, dict)
    value = json.loads(encode(status))
    return Environment(autoescape=False).from_string(parts[component]["value_template"]).render(value_json=value)  # noqa: S701


def status(**more: object) -> DeviceStatus:
    now = "2026-03-10T08:00:00.000Z"
    fields = {"device": "kiosk-1", "kind": "kiosk", "state": "ready", "at": now, "since": now, "version": "1", **more}
    return DeviceStatus(**fields)  # type: ignore[arg-type]


def test_each_device_of_the_box_is_announced_once_with_a_name_and_what_made_it() -> None:
    told = config("hub-1")
    assert told["dev"] == {
        "ids": ["beurt-hengelo-hub-1"],
        "name": "Bibliotheek Hengelo Hub",
        "mf": "Aan de beurt",
        "mdl": "Hub",
        "sw": "0.1.0",
    }
    assert told["state_topic"] == "beurt/v1/hengelo/device/hub-1/status"
    assert "o" in told


def test_every_entity_has_an_identity_of_its_own() -> None:
    parts = [*config()["cmps"].values(), *config("hub-1")["cmps"].values()]  # type: ignore[attr-defined]
    identities = [part["unique_id"] for part in parts]
    assert len(identities) == len(set(identities)) == 9


def test_the_templates_read_a_real_status() -> None:
    told = status(printer=PrinterState("paper-low"), facts={"doctor": "warning", "doctor_1": "warning: clock: late"})
    assert shown("printer", told) == "paper-low"
    assert shown("doctor", told) == "warning"
    assert shown("trouble", told) == "warning: clock: late"


def test_a_problem_is_what_the_program_or_the_doctor_calls_one() -> None:
    assert shown("problem", status()) == "OFF"
    assert shown("problem", status(facts={"doctor": "good"})) == "OFF"
    assert shown("problem", status(facts={"doctor": "warning"})) == "ON"
    assert shown("problem", status(state="degraded")) == "ON"


def test_a_box_without_a_branch_announces_nothing() -> None:
    assert discoveries(report(WELL, branch=None), {}, "homeassistant") == {}
