"""Which devices need somebody, in a few words for the top of the page."""

from collections import Counter
from typing import Final

from runtime.texts import Texts, mark
from wire.state import Floor, FloorDevice

KINDS: Final = {"kiosk": mark("Zuil"), "display": mark("Scherm")}
PRINTER: Final = {
    "paper-low": mark("papier bijna op"),
    "paper-out": mark("papier is op"),
    "cover-open": mark("klep van de printer staat open"),
    "offline": mark("printer staat uit"),
    "error": mark("printer doet het niet"),
}
AWAY: Final = mark("geen verbinding")
DEGRADED: Final = mark("werkt niet goed")


def troubles(floor: Floor | None, texts: Texts) -> tuple[str, ...]:
    """One short text for each kiosk and display that is not well."""
    devices = [device for device in (floor.devices if floor else ()) if device.kind in KINDS]
    count = Counter(device.kind for device in devices)
    found = ((device, _trouble(device)) for device in devices)
    return tuple(
        f"{_name(device, texts, is_only=count[device.kind] == 1)}: {texts.text(what)}" for device, what in found if what
    )


def _trouble(device: FloorDevice) -> str:
    if device.state == "offline":
        return AWAY
    return PRINTER.get(device.printer, DEGRADED if device.state == "degraded" else "")


def _name(device: FloorDevice, texts: Texts, *, is_only: bool) -> str:
    kind = texts.text(KINDS[device.kind])
    return kind if is_only else f"{kind} {device.device}"
