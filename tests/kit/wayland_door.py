"""A compositor as far as it answers whether it lives."""

import socket
import struct
from pathlib import Path

ANSWER = struct.pack("=IIII", 1, 12 << 16 | 1, 2, 0)[:12] + struct.pack("=III", 2, 12 << 16, 7)


class WaylandDoor:
    """The socket of a compositor, answered by hand."""

    def __init__(self, address: Path) -> None:
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(str(address))
        self._door.listen()
        self._door.settimeout(30)
        self._lines: list[socket.socket] = []

    def question(self) -> tuple[socket.socket, bytes]:
        line, _ = self._door.accept()
        line.settimeout(30)
        return line, line.recv(100)

    def answer(self) -> None:
        line, _ = self.question()
        line.sendall(ANSWER)
        self._lines.append(line)

    def close(self) -> None:
        for line in (*self._lines, self._door):
            line.close()
