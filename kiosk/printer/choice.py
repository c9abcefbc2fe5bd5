"""Which device stands for the printer of a branch file."""

from collections.abc import Callable
from pathlib import Path

from kiosk.printer.device import Device
from kiosk.printer.models import model_of
from kiosk.printer.no_device import NoDevice
from kiosk.printer.roll import Roll
from runtime.settings.model import Printer


def device_for(printer: Printer, is_stopping: Callable[[], bool], roll_file: Path | None = None) -> Device | NoDevice:
    """The printer, or what answers where there is none; nothing is opened yet."""
    if printer.kind == "none":
        return NoDevice()
    return Device(printer, model_of(printer), is_stopping, roll=Roll(printer.width_dots, roll_file))
