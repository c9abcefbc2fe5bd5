"""Home Assistant's MQTT discovery: one message a device, from which it makes the entities by itself.

The entities read the statuses that the devices send anyway (wire.md section 3), so nothing else goes out.
"""

from typing import Any, Final

from doctor.report import Report
from wire.devices import DeviceKind
from wire.payload import encode
from wire.topics import Topics

_NAMES: Final[dict[DeviceKind, str]] = {"hub": "Hub", "kiosk": "Kiosk", "display": "Display", "console": "Console"}
_SILENT_AFTER_S: Final = 180


def discoveries(report: Report, kinds: dict[str, DeviceKind], prefix: str) -> dict[str, bytes]:
    """Topic and payload for each device of this box; retained, so that it is found after a restart too."""
    if report.branch is None:
        return {}
    topics = Topics(report.branch)
    return {
        f"{prefix}/device/beurt-{report.branch}-{device}/config": encode(_config(report, topics, device, kinds[device]))
        for device in report.devices
        if device in kinds
    }


def _config(report: Report, topics: Topics, device: str, kind: DeviceKind) -> dict[str, Any]:
    identity = f"beurt-{report.branch}-{device}"
    return {
        "dev": {
            "ids": [identity],
            "name": f"{report.branch_name or report.branch} {_NAMES[kind]}",
            "mf": "Aan de beurt",
            "mdl": _NAMES[kind],
            "sw": report.version,
        },
        "o": {"name": "Aan de beurt", "sw": report.version},
        "availability": [
            {
                "topic": topics.status(device),
                "value_template": "{{ 'offline' if value_json.state == 'offline' else 'online' }}",
            }
        ],
        "state_topic": topics.status(device),
        "qos": 1,
        "cmps": {
            "state": _sensor(identity, "state", "State", "{{ value_json.state }}"),
            "doctor": _sensor(identity, "doctor", "Doctor", "{{ value_json.facts.doctor | default('unknown') }}"),
            "trouble": _sensor(identity, "trouble", "Trouble", "{{ value_json.facts.doctor_1 | default('none') }}"),
            "problem": _problem(identity),
            **(
                {"printer": _sensor(identity, "printer", "Printer", "{{ value_json.printer.state }}")}
                if kind == "kiosk"
                else {}
            ),
        },
    }


def _sensor(identity: str, key: str, name: str, template: str) -> dict[str, Any]:
    return {
        "p": "sensor",
        "unique_id": f"{identity}-{key}",
        "name": name,
        "value_template": template,
        "expire_after": _SILENT_AFTER_S,
        "entity_category": "diagnostic",
    }


def _problem(identity: str) -> dict[str, Any]:
    is_bad = "value_json.state == 'ready' and value_json.facts.doctor | default('good') in ('good', 'not-here')"
    return {
        "p": "binary_sensor",
        "unique_id": f"{identity}-problem",
        "name": "Problem",
        "device_class": "problem",
        "value_template": "{{ 'OFF' if " + is_bad + " else 'ON' }}",
        "expire_after": _SILENT_AFTER_S,
    }
