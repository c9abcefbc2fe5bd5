"""The end of the socket where systemd hears that a service lives."""

import socket
import time
from pathlib import Path

LIMIT_S = 0.9
"""The watchdog's limit in these tests; a third of it lies between two signs of life."""


class Watchdog:
    """Listens as systemd would; give `environment` to the service."""

    def __init__(self, folder: Path) -> None:
        self._address = folder / "notify"
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.bind(str(self._address))

    @property
    def environment(self) -> dict[str, str]:
        """What systemd tells the service."""
        return {"NOTIFY_SOCKET": str(self._address), "WATCHDOG_USEC": str(int(LIMIT_S * 1e6))}

    def hears(self, sign: bytes = b"WATCHDOG=1", patience_s: float = 30) -> bool:
        """Whether such a sign comes, from now on."""
        self._forget()
        end_s = time.monotonic() + patience_s
        while (left_s := end_s - time.monotonic()) > 0:
            self._ear.settimeout(left_s)
            try:
                if sign in self._ear.recv(1024):
                    return True
            except TimeoutError:
                break
        return False

    def longest_silence_s(self, for_s: float) -> float:
        """The longest time between two signs of life, listening for so long."""
        self._forget()
        last_s = began_s = time.monotonic()
        longest_s = 0.0
        while time.monotonic() - began_s < for_s:
            self.hears(patience_s=1)
            longest_s, last_s = max(longest_s, time.monotonic() - last_s), time.monotonic()
        return longest_s

    def close(self) -> None:
        """Listen no more."""
        self._ear.close()

    def _forget(self) -> None:
        self._ear.settimeout(0)
        try:
            while True:
                self._ear.recv(1024)
        except BlockingIOError:
            pass
