"""Which road leads to the printer of a branch file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kiosk.printer.network import Network
from kiosk.printer.serial_line import SerialLine
from kiosk.printer.transport import Transport
from kiosk.printer.usb_node import UsbNode
from runtime.settings.model import Printer

ROADS: Final[Mapping[str, Callable[[Printer], Transport]]] = MappingProxyType(
    {"serial": SerialLine, "usb": UsbNode, "network": Network}
)

BITS_A_BYTE: Final = 10
"""Eight, a start and a stop."""

FAST_BYTES_A_SECOND: Final = 50_000


def transport_to(printer: Printer) -> Transport:
    """The transport to a printer that there is."""
    return ROADS[printer.kind](printer)


def seconds_for(data_bytes: int, printer: Printer) -> float:
    """How long the road needs for so many bytes."""
    return data_bytes / (printer.baud / BITS_A_BYTE if printer.kind == "serial" else FAST_BYTES_A_SECOND)
