"""A printer on a serial line."""

import termios
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.printer.transport import read_some, write_some
from kiosk.printer.trouble import PrinterTrouble
from runtime.settings.model import Printer

if TYPE_CHECKING:
    from serial import Serial


class SerialLine:
    """pyserial sets the line up; reading and writing are ours, because its write may wait for ever."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._port: Serial | None = None

    def open(self) -> None:
        """Open the device and set speed and flow control; a pty has none and does not mind."""
        # Imported late: start-up counts.
        from serial import Serial, SerialException

        printer = self._printer
        try:
            self._port = Serial(
                printer.port,
                printer.baud,
                rtscts=printer.flow == "rtscts",
                xonxoff=printer.flow == "xonxoff",
                timeout=0,
                write_timeout=0,
                exclusive=True,
            )
        except (SerialException, OSError, termios.error, ValueError) as error:
            raise PrinterTrouble("not-found", str(error)) from error

    def write(self, data: bytes, limit_s: float) -> int:
        """Send what the line takes within the limit."""
        return write_some(self._descriptor(), data, limit_s)

    def read(self, limit_s: float) -> bytes:
        """What the printer said within the limit."""
        heard = read_some(self._descriptor(), limit_s)
        if heard == b"":
            raise PrinterTrouble("gone", "the line hung up")
        return heard or b""

    def unsent(self) -> int:
        """How many bytes a line that stands still holds up."""
        try:
            return self._port.out_waiting if self._port else 0
        except (OSError, termios.error) as error:
            raise PrinterTrouble("gone", str(error)) from error

    def close(self) -> None:
        """Drop what was not sent: a kernel waits half a minute for a line that stands still."""
        port, self._port = self._port, None
        if port is None:
            return
        with suppress(OSError, termios.error):
            port.reset_output_buffer()
        with suppress(OSError, termios.error):
            port.close()

    def _descriptor(self) -> int:
        if self._port is None:
            raise PrinterTrouble("gone", "the line is closed")
        return int(self._port.fileno())
