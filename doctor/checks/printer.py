"""Whether each kiosk's printer is there and has paper."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.machine import Machine
from doctor.report import Finding, critical, good, not_here, warning
from runtime.settings.model import Kiosk
from wire.devices import PrinterCondition, PrinterState

_TROUBLES: Final[dict[PrinterCondition, tuple[str, str]]] = {
    "paper-out": ("The paper is out.", "Put in a new roll, the coated side up, and close the cover."),
    "cover-open": ("The cover is open.", "Close it until it clicks."),
    "offline": ("It does not answer.", "See whether it is on, and whether its cable is in at both ends."),
    "error": ("It reports an error.", "Switch it off and on; take out paper that is stuck at the knife."),
}
_NO_NODE: Final = (
    "See whether it is on and its cable is in; then: lsusb, and ls -l /dev/usb/ /dev/beurt/. "
    "A printer that came in its place may need its maker in the udev rule."
)


def look(box: Box) -> Iterator[Finding]:
    """Says of each printer of this box how it is, as the kiosk that talks to it says."""
    own = {kiosk.device: kiosk for kiosk in (box.settings.kiosks if box.settings else ())}
    if not box.of("kiosk"):
        yield not_here("This box has no kiosk.")
    for device in box.of("kiosk"):
        yield _of(box, own[device])


def judge(device: str, told: PrinterState) -> Finding:
    """What the kiosk's own word means."""
    detail = f" ({told.detail})" if told.detail else ""
    if told.state in _TROUBLES:
        what, advice = _TROUBLES[told.state]
        return critical(f"{what}{detail} Numbers are shown, none is printed.", advice, device, state=told.state)
    if told.state == "paper-low":
        return warning(f"The paper runs low.{detail}", "Have a roll at hand; put it in before it is busy.", device)
    if told.state == "unknown":
        advice = "Print a test page: the service menu of the kiosk, or `beurt printer-test`."
        return warning(f"It does not say how it is.{detail}", advice, device, state=told.state)
    return good(f"It is ready and has paper.{detail}", device, state=told.state)


def _of(box: Box, kiosk: Kiosk) -> Finding:
    if kiosk.printer.kind == "none":
        return not_here("The branch file says that it has no printer.", kiosk.device)
    if not _has_node(box.machine, kiosk):
        return critical(f"{kiosk.printer.port} is not there.", _NO_NODE, kiosk.device)
    word = box.words.get(kiosk.device)
    if word is None:
        return not_here("The kiosk has not said yet how its printer is.", kiosk.device)
    return judge(kiosk.device, word.said.status.printer)


def _has_node(machine: Machine, kiosk: Kiosk) -> bool:
    port = kiosk.printer.port
    # A link that udev made stays for a moment after its node went.
    return kiosk.printer.kind == "network" or port is None or machine.place(port).exists()
