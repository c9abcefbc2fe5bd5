"""A printer on USB, by the device node that the kernel's usblp gives it."""

import os
from contextlib import suppress
from time import sleep
from typing import Final

from kiosk.printer.transport import read_some, write_some
from kiosk.printer.trouble import PrinterTrouble
from runtime.settings.model import Printer

EMPTY_PAUSE_S: Final = 0.02


class UsbNode:
    """A node like /dev/usb/lp0: the kernel keeps the printer, nothing is detached or reset."""

    def __init__(self, printer: Printer) -> None:
        self._path = printer.port or ""
        self._descriptor: int | None = None

    def open(self) -> None:
        """Open the node for both ways."""
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise PrinterTrouble("not-found", str(error)) from error

    def write(self, data: bytes, limit_s: float) -> int:
        """Send what the printer takes within the limit."""
        return write_some(self._node(), data, limit_s)

    def read(self, limit_s: float) -> bytes:
        """What the printer said within the limit; an empty answer is no end here, some printers send those always."""
        heard = read_some(self._node(), limit_s)
        if heard == b"":
            sleep(min(EMPTY_PAUSE_S, max(0, limit_s)))
        return heard or b""

    def unsent(self) -> int:
        """Not to be known here."""
        return 0

    def close(self) -> None:
        """Close the node."""
        node, self._descriptor = self._descriptor, None
        if node is not None:
            with suppress(OSError):
                os.close(node)

    def _node(self) -> int:
        if self._descriptor is None:
            raise PrinterTrouble("gone", "the node is closed")
        return self._descriptor
