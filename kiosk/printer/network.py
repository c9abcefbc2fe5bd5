"""A printer on the network, at the port where they all take raw bytes."""

import socket
from typing import Final

from kiosk.printer.transport import read_some, write_some
from kiosk.printer.trouble import PrinterTrouble
from runtime.settings.model import Printer

DEFAULT_PORT: Final = 9100
CONNECT_LIMIT_S: Final = 2.0


class Network:
    """One TCP connection; most printers take only one at a time."""

    def __init__(self, printer: Printer) -> None:
        host, _, port = (printer.host or "").rpartition(":")
        is_told = bool(host) and port.isdigit()
        self._address = (host, int(port)) if is_told else (printer.host or "", DEFAULT_PORT)
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect."""
        try:
            self._socket = socket.create_connection(self._address, timeout=CONNECT_LIMIT_S)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(0)
        except (OSError, ValueError, UnicodeError) as error:
            raise PrinterTrouble("not-found", str(error)) from error

    def write(self, data: bytes, limit_s: float) -> int:
        """Send what the connection takes within the limit."""
        return write_some(self._descriptor(), data, limit_s)

    def read(self, limit_s: float) -> bytes:
        """What the printer said within the limit."""
        heard = read_some(self._descriptor(), limit_s)
        if heard == b"":
            raise PrinterTrouble("gone", "the printer hung up")
        return heard or b""

    def unsent(self) -> int:
        """Not to be known here."""
        return 0

    def close(self) -> None:
        """Reset the connection, so that nothing that waits in it is delivered later."""
        connection, self._socket = self._socket, None
        if connection is None:
            return
        with connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")

    def _descriptor(self) -> int:
        if self._socket is None:
            raise PrinterTrouble("gone", "not connected")
        return self._socket.fileno()
