"""Ends a broker that hangs, so that systemd starts it again: Debian's Mosquitto has no watchdog of its own.

It keeps one line open at the broker's own socket and asks for a sign of life, with the packets of MQTT 5 by hand:
this process runs for years beside the others, so it loads no more than it needs.
"""

import logging
import os
import signal
import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from runtime.logs import configure
from runtime.process import Stop, Systemd

ACCOUNT: Final = b"broker-watch"
LOOK_EVERY_S: Final = 1.0
SILENCE_S: Final = 6.0
"""A card that writes slowly holds a broker up for seconds; only longer than that is a hang."""

REFUSED_PAUSE_S: Final = 60.0
_PATIENCE_S: Final = 1.0
_CONNACK, _PINGREQ, _PINGRESP = 0x20, b"\xc0\x00", b"\xd0\x00"
_KEEPALIVE_S: Final = 60
_MORE: Final = 0x80
_CREDENTIALS: Final = struct.Struct("3i")
_MOST_PASSWORD_BYTES: Final = 1024

log = logging.getLogger(__name__)


class Silent(Exception):  # noqa: N818 - it says what the broker is
    """The broker took the line and says nothing on it."""


class BrokerWatch:
    """Looks at one broker, by its socket; calls `is_alive` while it waits for an answer."""

    def __init__(
        self, address: Path, password_file: Path, is_alive: Callable[[], None], silence_s: float = SILENCE_S
    ) -> None:
        self._address = str(address)
        self._password_file = password_file
        self._is_alive = is_alive
        self._silence_s = silence_s
        self._line: socket.socket | None = None
        self._not_before_s = -float("inf")

    def look(self) -> None:
        """Ask for a sign of life, and end the broker where none comes."""
        try:
            if self._line is not None:
                self._ping(self._line)
            elif time.monotonic() >= self._not_before_s:
                self._line = self._connected()
        except Silent:
            self._end()
        except OSError as fault:
            log.debug("no broker at %s: %s", self._address, fault)
            self.leave()

    def leave(self) -> None:
        """Close the line."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _connected(self) -> socket.socket | None:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        line.settimeout(min(_PATIENCE_S, self._silence_s))
        self._line = line
        line.connect(self._address)
        line.sendall(_connect(self._password()))
        answer = self._heard(line, 4)
        if answer[0] == _CONNACK and answer[3] == 0:
            self._heard(line, answer[1] - 2)
            return line
        # It answered, and that is what counts; but it would note each login that it refuses.
        self._not_before_s = time.monotonic() + REFUSED_PAUSE_S
        self.leave()
        return None

    def _ping(self, line: socket.socket) -> None:
        line.sendall(_PINGREQ)
        if self._heard(line, 2) != _PINGRESP:
            raise ConnectionError("no answer to a ping")

    def _heard(self, line: socket.socket, size: int) -> bytes:
        heard, end_s = b"", time.monotonic() + self._silence_s
        while len(heard) < size:
            self._is_alive()
            try:
                heard += line.recv(size - len(heard)) or _gone()
            except TimeoutError:
                if time.monotonic() >= end_s:
                    raise Silent from None
        return heard

    def _password(self) -> bytes:
        try:
            with self._password_file.open("rb") as file:
                return file.read(_MOST_PASSWORD_BYTES).rstrip(b"\r\n")
        except FileNotFoundError:
            return b""

    def _end(self) -> None:
        assert self._line is not None  # noqa: S101 - whoever was silent was on the line
        peer = self._line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
        process = _CREDENTIALS.unpack(peer)[0]
        self.leave()
        # Nobody's number is 0, which would be all of us.
        if process > 0:
            log.error("the broker has been silent for %g s: process %d is ended", self._silence_s, process)
            os.kill(process, signal.SIGKILL)


def run(address: Path, password_file: Path) -> int:
    """Watch until SIGTERM."""
    configure("broker-watch")
    stop, systemd = Stop(), Systemd()
    watch = BrokerWatch(address, password_file, systemd.alive)
    systemd.ready()
    while not stop.wait(LOOK_EVERY_S):
        watch.look()
        systemd.alive()
    systemd.stopping()
    watch.leave()
    return 0


def _connect(password: bytes) -> bytes:
    # Protocol name and version, a clean start with name and password, keep-alive, and no properties.
    head = _text(b"MQTT") + struct.pack("!BBHB", 5, 0b1100_0010, _KEEPALIVE_S, 0)
    body = head + _text(ACCOUNT) + _text(ACCOUNT) + _text(password)
    return bytes([0x10]) + _length(len(body)) + body


def _text(text: bytes) -> bytes:
    return struct.pack("!H", len(text)) + text


def _length(size: int) -> bytes:
    parts = b""
    while size >= _MORE:
        parts += bytes([size % _MORE | _MORE])
        size //= _MORE
    return parts + bytes([size])


def _gone() -> bytes:
    raise ConnectionError("the broker ended the line")
