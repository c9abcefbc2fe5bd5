"""How the branch's devices are, as they say themselves."""

import time

from runtime.settings.model import Settings
from wire.devices import DeviceKind, DeviceStatus, PrinterCondition
from wire.state import FloorDevice

SILENT_AFTER_S = 150.0
"""Two and a half heartbeats; a will that got lost is made up for."""

LONGEST_DETAIL = 100


class Devices:
    """The devices of the branch file; a stranger's status is not taken in."""

    def __init__(self, settings: Settings) -> None:
        self._kinds: dict[str, DeviceKind] = {settings.hub.device: "hub"}
        self._kinds |= dict.fromkeys((kiosk.device for kiosk in settings.kiosks), "kiosk")
        self._kinds |= dict.fromkeys((display.device for display in settings.displays), "display")
        self._kinds[settings.console.device] = "console"
        self._unheard: dict[str, PrinterCondition] = {
            kiosk.device: "none" if kiosk.printer.kind == "none" else "unknown" for kiosk in settings.kiosks
        }
        self._heard: dict[str, tuple[float, DeviceStatus]] = {}

    def hear(self, status: DeviceStatus, *, is_news: bool = True) -> bool:
        """Take in a status; whether it tells of a change. What the broker kept tells nothing new of a stranger."""
        if self._kinds.get(status.device) != status.kind:
            return False
        before = self._heard.get(status.device)
        self._heard[status.device] = (time.monotonic(), status)
        if before is None:
            return is_news
        return (before[1].state, before[1].printer) != (status.state, status.printer)

    def on_the_floor(self) -> tuple[FloorDevice, ...]:
        """All devices; one that is silent, or was never heard, is offline."""
        return tuple(self._row(device, kind) for device, kind in self._kinds.items())

    def _row(self, device: str, kind: DeviceKind) -> FloorDevice:
        heard = self._heard.get(device)
        if heard is None:
            printer = self._unheard.get(device, "none")
            return FloorDevice(device=device, kind=kind, state="offline", printer=printer, detail=None)
        heard_at_s, status = heard
        is_silent = time.monotonic() - heard_at_s > SILENT_AFTER_S
        return FloorDevice(
            device=device,
            kind=kind,
            state="offline" if is_silent else status.state,
            printer=status.printer.state,
            detail=status.printer.detail and status.printer.detail[:LONGEST_DETAIL],
        )
