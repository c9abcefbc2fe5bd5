"""A branch by what its devices say over the wire: their own state, and their doctor's in a few words."""

import re
from datetime import datetime
from typing import Final, Literal

from doctor.fleet.branches import LONGEST, Branch, Trouble, is_stale, made
from wire.devices import DeviceStatus, PrinterCondition
from wire.glance import Glance
from wire.health import MOST_TROUBLES

_TOLD: Final = re.compile(r"(critical|warning): ([^:]{1,80}): (.{1,400})", re.DOTALL)
_PRINTERS: Final[dict[PrinterCondition, Literal["critical", "warning"]]] = {
    "paper-low": "warning",
    "paper-out": "critical",
    "cover-open": "critical",
    "offline": "critical",
    "error": "critical",
}


def of_glance(name: str, seen: Glance, now: datetime) -> Branch:
    """What a monitor's look at the broker means."""
    troubles = [] if seen.hub_took_s is not None else [_no_hub()]
    for status in seen.statuses.values():
        troubles += _away(status) if status.state == "offline" else _of(status, now)
    looked = [str(status.facts["doctor_at"]) for status in seen.statuses.values() if "doctor_at" in status.facts]
    return made(
        name,
        troubles,
        devices=tuple(sorted(seen.statuses)),
        versions=tuple(status.version[:40] for status in seen.statuses.values()),
        looked_at=min(looked, default=None),
        now=now,
    )


def _of(status: DeviceStatus, now: datetime) -> list[Trouble]:
    facts = status.facts
    if "doctor" not in facts:
        return _printer(status)
    if is_stale(str(facts.get("doctor_at")), now):
        return [*_printer(status), _silent_doctor(status)]
    numbers = [number for number in range(1, MOST_TROUBLES + 1) if f"doctor_{number}" in facts]
    return [_parsed(str(facts[f"doctor_{number}"]), facts.get(f"doctor_{number}_todo")) for number in numbers]


def _parsed(told: str, advice: object) -> Trouble:
    parts = _TOLD.fullmatch(told)
    if parts is None:
        return Trouble(level="warning", name="doctor", what=told[:LONGEST])
    level: Literal["critical", "warning"] = "critical" if parts[1] == "critical" else "warning"
    return Trouble(level=level, name=parts[2], what=parts[3], advice=str(advice)[:LONGEST] if advice else None)


def _printer(status: DeviceStatus) -> list[Trouble]:
    level = _PRINTERS.get(status.printer.state)
    if level is None:
        return []
    what = f"The printer says: {status.printer.state}."
    return [
        Trouble(level=level, name=f"printer ({status.device})", what=what, advice="Look at the paper and the cover.")
    ]


def _away(status: DeviceStatus) -> list[Trouble]:
    return [
        Trouble(
            level="critical",
            name=f"{status.kind} ({status.device[:40]})",
            what="It is away: switched off, or without a network.",
            advice="See whether it is on and its network cable is in.",
        )
    ]


def _silent_doctor(status: DeviceStatus) -> Trouble:
    return Trouble(
        level="warning",
        name=f"doctor ({status.device[:40]})",
        what="Its doctor has not looked for more than half an hour.",
        advice="On that box: systemctl status beurt-health.timer.",
    )


def _no_hub() -> Trouble:
    return Trouble(
        level="critical",
        name="hub",
        what="The broker is there, but the hub does not answer.",
        advice="On the hub's box: journalctl -u beurt-hub -n 50; systemctl restart beurt-hub.",
    )
