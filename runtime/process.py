"""Start and stop: signals that ask for the end, and what systemd wants to hear in between."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from types import FrameType

log = logging.getLogger(__name__)


class Stop:
    """Becomes true when SIGTERM or SIGINT asks this process to end; to be made on the main thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)

    def is_asked(self) -> bool:
        """Should this process end?"""
        return self._asked.is_set()

    def ask(self) -> None:
        """End this process, as a signal would."""
        self._asked.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until the end is asked for, or the time is over; tells which."""
        return self._asked.wait(timeout_s)

    def call(self, then: Callable[[], None]) -> None:
        """Call this once, on a thread of its own, when the end is asked for."""

        def wait_and_call() -> None:
            self._asked.wait()
            then()

        threading.Thread(target=wait_and_call, name="stop", daemon=True).start()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        # An event's lock is not reentrant: set here, it could block on a wait that this signal interrupted.
        threading.Thread(target=self._asked.set, name="stop-signal", daemon=True).start()


class Systemd:
    """Tells systemd how this process is doing; without systemd it says nothing."""

    def __init__(self) -> None:
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._beat_s = _watchdog_s() / 3
        self._last_beat_s = -float("inf")

    def ready(self, status: str = "") -> None:
        """Say that the start is over."""
        self._send(f"READY=1\nSTATUS={_one_line(status)}" if status else "READY=1")

    def status(self, status: str) -> None:
        """Say in one line how things are."""
        self._send(f"STATUS={_one_line(status)}")

    def alive(self) -> None:
        """Keep the watchdog quiet; to be called often from the loop that must not hang."""
        now_s = time.monotonic()
        if self._beat_s and now_s - self._last_beat_s >= self._beat_s:
            self._last_beat_s = now_s
            self._send("WATCHDOG=1")

    def hangs(self) -> None:
        """Have this service ended and started again at once: what it depends on hangs."""
        self._send("WATCHDOG=trigger")

    def stopping(self) -> None:
        """Say that the end has begun."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
                out.setblocking(False)  # noqa: FBT003 - the library's own signature
                out.sendto(message.encode(), address)
        except OSError as error:
            log.debug("systemd did not take %r: %s", message, error)


def _watchdog_s() -> float:
    """The watchdog's limit, or 0 where it is off or meant for another process."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return 0
    text = os.environ.get("WATCHDOG_USEC", "")
    return int(text) / 1e6 if text.isdecimal() else 0


def _one_line(text: str) -> str:
    return " ".join(text.split())
