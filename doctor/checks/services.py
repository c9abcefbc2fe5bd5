"""Whether systemd keeps all running that this box should run."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning
from doctor.units import SYSTEMD, Silent, show
from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from wire.devices import DeviceKind

MANY_RESTARTS: Final = 3

_UNITS: Final[dict[DeviceKind, tuple[str, ...]]] = {
    "hub": ("beurt-hub.service", "beurt-backup.timer"),
    "kiosk": ("beurt-kiosk.service",),
    "display": ("beurt-display.service",),
    "console": ("beurt-console.service",),
}
_ALWAYS: Final = ("beurt-health.timer",)
_WHERE_WANTED: Final = (
    "seatd.service",
    "nftables.service",
    "beurt-broker-watch.service",
    "beurt-accounts.path",
    "beurt-update.timer",
    "beurt-certificates.timer",
)
"""Looked at only where this box was set up to start them."""


def look(box: Box) -> Iterator[Finding]:
    """Says of each unit of this box whether it runs, and how often it had to be started again."""
    if not box.machine.has(SYSTEMD):
        yield not_here("This machine does not run systemd.")
        return
    try:
        shown = show(box.machine, [*units_of(box), *_WHERE_WANTED])
    except Silent as fault:
        yield warning(f"systemd does not answer: {fault}.", "Restart the box.")
        return
    for unit in shown:
        if unit.get("Id") not in _WHERE_WANTED or is_wanted(unit):
            yield judge(unit)


def is_wanted(shown: dict[str, str]) -> bool:
    """Does something start this unit by itself; one that a person masked is not."""
    return shown.get("LoadState") == "loaded" and (
        shown.get("UnitFileState") == "enabled" or bool(shown.get("WantedBy"))
    )


def units_of(box: Box) -> list[str]:
    """The units that must run here."""
    own = [unit for kind, units in _UNITS.items() if box.has(kind) for unit in units]
    own += ["beurt-screens.service"] if box.has("kiosk") and box.has("display") else []
    return [*own, *(["mosquitto.service"] if has_broker(box.settings) and box.has("hub") else []), *_ALWAYS]


def has_broker(settings: Settings | None) -> bool:
    """Is the broker on this machine?"""
    return settings is not None and (settings.broker.socket is not None or is_loopback(settings.broker.host))


def judge(shown: dict[str, str]) -> Finding:
    """What the properties of one unit mean."""
    unit, state = shown.get("Id", "?"), shown.get("ActiveState", "unknown")
    restarts = int(shown["NRestarts"]) if shown.get("NRestarts", "").isdecimal() else 0
    if shown.get("LoadState") == "not-found":
        return critical("It is not installed.", "Install it again, as the first time.", unit)
    if state != "active":
        return critical(
            f"It does not run: {state} ({shown.get('SubState')}, {shown.get('Result')}).",
            f"Read why: journalctl -u {unit} -n 50. Then: systemctl restart {unit}.",
            unit,
            restarts=restarts,
        )
    if restarts >= MANY_RESTARTS:
        return warning(
            f"It runs, but had to be started again {restarts} times.",
            f"Read why: journalctl -u {unit} -p warning -n 50.",
            unit,
            restarts=restarts,
        )
    return good("It runs.", unit, restarts=restarts)
