"""Moves the bytes of one connection: one thread reads, and whoever publishes sends at once."""

import socket
import ssl
import threading
import time
from contextlib import suppress
from select import select
from typing import Final

from paho.mqtt.client import Client
from paho.mqtt.enums import MQTTErrorCode

_LONGEST_WAIT_S: Final = 1.0
"""Paho looks this often whether the broker is still there."""

_STUCK_S: Final = 4.0
"""A turn that takes longer hangs in whoever was handed a message."""

_TOLERATED_S: Final = 0.5
"""A look at the line may come so much late before the program counts as having stood still."""


class Pump:
    """Reads on the thread that runs it; `send` writes from any, so that no message waits for a change of threads.

    An encrypted line is the exception: OpenSSL takes one thread at a time, and that is the reading one.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._writing = threading.Lock()
        self._alarm, self._bell = socket.socketpair()
        self._bell.settimeout(0)
        self._turned_s = self._looked_s = time.monotonic()
        self._unread_s = 0.0

    @property
    def unread_s(self) -> float:
        """How long what is being read may have lain there while the whole program stood still."""
        return self._unread_s

    @property
    def is_turning(self) -> bool:
        """Whether the reading thread goes round, also where nothing comes in."""
        return time.monotonic() - self._turned_s < _STUCK_S

    def run(self) -> None:
        """Moves bytes until the connection is over."""
        self._looked_s = time.monotonic()
        while isinstance(line := self._client.socket(), socket.socket) and self._turn(line):
            pass

    def send(self) -> None:
        """Sends what was published; what the line does not take now follows when it does."""
        if not isinstance(self._client.socket(), ssl.SSLSocket):
            self._write()
        if self._client.want_write():
            self.wake()

    def wake(self) -> None:
        """Lets the reading thread send."""
        # A bell that is full has been heard, and one that is closed is heard by nobody.
        with suppress(OSError):
            self._bell.send(b"!")

    def close(self) -> None:
        """Gives up the bell."""
        self._alarm.close()
        self._bell.close()

    def _turn(self, line: socket.socket) -> bool:
        self._turned_s = time.monotonic()
        self._write()
        is_pending = isinstance(line, ssl.SSLSocket) and line.pending() > 0
        waiting = [line] if self._client.want_write() else []
        # What came while the program stood still is read before anything else, so an empty line ends it.
        is_at_once = is_pending or self._unread_s > 0
        try:
            readable, _, _ = select([line, self._alarm], waiting, [], 0.0 if is_at_once else _LONGEST_WAIT_S)
        except (OSError, ValueError):
            return False
        self._note_look(has_more=is_pending or line in readable)
        if self._alarm in readable:
            self._alarm.recv(4096)
        if (is_pending or line in readable) and self._client.loop_read() != MQTTErrorCode.MQTT_ERR_SUCCESS:
            return False
        return self._client.loop_misc() == MQTTErrorCode.MQTT_ERR_SUCCESS

    def _note_look(self, *, has_more: bool) -> None:
        now_s = time.monotonic()
        away_s, self._looked_s = now_s - self._looked_s, now_s
        if not has_more:
            self._unread_s = 0.0
        elif away_s > _LONGEST_WAIT_S + _TOLERATED_S:
            self._unread_s = away_s

    def _write(self) -> None:
        if self._client.want_write():
            with self._writing:
                self._client.loop_write()
