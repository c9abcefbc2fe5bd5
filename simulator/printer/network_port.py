"""A TCP port like a network printer's 9100: a second client is connected but not served."""

from __future__ import annotations

import contextlib
import socket
import struct

HOST = "127.0.0.1"
WAITING_CLIENTS = 8
RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class NetworkPort:
    """Listens on loopback; `number` 0 takes any free port and keeps it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None

    def open(self) -> None:
        """Begin to listen; OSError when the port is taken."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((HOST, self.number))
            listener.listen(WAITING_CLIENTS)
        except OSError:
            listener.close()
            raise
        listener.settimeout(0)
        self.number = listener.getsockname()[1]
        self._listener = listener

    def close(self) -> None:
        """Reset the client and stop listening."""
        if self._client is not None:
            self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            self._hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def sources(self, *, has_room: bool) -> list[int]:
        """The client, unless it has to wait; the listener while nobody is served."""
        if self._client is not None:
            return [self._client.fileno()] if has_room else []
        return [self._listener.fileno()] if self._listener is not None else []

    def read(self, limit: int) -> bytes:
        """What has arrived, at most `limit` bytes; takes the next client when the last one has gone."""
        if self._client is None:
            self._take_client()
        if self._client is None or not limit:
            return b""
        try:
            data = self._client.recv(limit)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self._hang_up()
        return data

    def write(self, data: bytes) -> None:
        """Send; what nobody takes is lost."""
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.send(data)

    def _take_client(self) -> None:
        if self._listener is not None:
            with contextlib.suppress(BlockingIOError, ConnectionError):
                self._client, _ = self._listener.accept()
                self._client.settimeout(0)
                self._client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _hang_up(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None
