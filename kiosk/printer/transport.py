"""The road to a printer, whatever it is made of."""

import os
import select
from typing import Protocol

from kiosk.printer.trouble import PrinterTrouble

CHUNK_BYTES = 4096


class Transport(Protocol):
    """A few short methods, each with a limit on its time; what fails is a `PrinterTrouble`."""

    def open(self) -> None:
        """Make the road: `not-found` where it leads nowhere."""

    def write(self, data: bytes, limit_s: float) -> int:
        """Send what the road takes within the limit, and return how many bytes that was: `gone` where it broke."""

    def read(self, limit_s: float) -> bytes:
        """What the printer said, as soon as there is something; nothing after the limit: `gone` where it broke."""

    def unsent(self) -> int:
        """How many bytes were taken and still wait on this side, as far as can be known."""

    def close(self) -> None:
        """Leave nothing behind that may still come out; closing twice is fine."""


def write_some(descriptor: int, data: bytes, limit_s: float) -> int:
    """Write to a descriptor that does not block, once it has room."""
    try:
        if not select.select([], [descriptor], [], max(0, limit_s))[1]:
            return 0
        return os.write(descriptor, data[:CHUNK_BYTES])
    except BlockingIOError:
        return 0
    except (OSError, ValueError) as error:
        raise PrinterTrouble("gone", str(error)) from error


def read_some(descriptor: int, limit_s: float) -> bytes | None:
    """Read from a descriptor that does not block; None where nothing came, empty at its end."""
    try:
        if not select.select([descriptor], [], [], max(0, limit_s))[0]:
            return None
        return os.read(descriptor, CHUNK_BYTES)
    except BlockingIOError:
        return None
    except (OSError, ValueError) as error:
        raise PrinterTrouble("gone", str(error)) from error
