"""The thread that keeps a link connected, and is its alarm clock."""

import logging
import math
import threading
import time
from collections.abc import Callable
from typing import Final

from wire.client import Unreachable
from wire.connection.backoff import STABLE_S, Backoff

_MAX_TOLD: Final = 20

log = logging.getLogger(__name__)


class Keeper:
    """Runs `hold` again and again until it is stopped, with growing waits while that fails.

    `hold` connects and returns or raises Unreachable when the connection is over; in between it sleeps here.
    """

    def __init__(self, name: str, hold: Callable[[], None]) -> None:
        self._hold = hold
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._wakes_at_s = math.inf
        self._told: set[str] = set()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def is_stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    @property
    def has_started(self) -> bool:
        """Whether it was started, ever."""
        return self._thread.ident is not None

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Starts the thread; once only."""
        self._thread.start()

    def stop(self, time_limit_s: float) -> None:
        """Ends the thread, and waits for that as long as it may."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(time_limit_s)

    def wake(self) -> None:
        """Ends the sleep of now, or the next."""
        self._wake.set()

    def wake_by(self, moment_s: float) -> None:
        """Makes sure that it does not sleep beyond a moment of the monotonic clock."""
        if moment_s < self._wakes_at_s:
            self._wake.set()

    def sleep_until(self, moment_s: float) -> None:
        """Sleeps until a moment of the monotonic clock, or until it is woken."""
        self._wakes_at_s = moment_s
        self._wake.wait(max(0.0, moment_s - time.monotonic()))
        # While it is awake it may have looked at the deadlines already: any new one has to wake it.
        self._wakes_at_s = math.inf
        self._wake.clear()

    def _run(self) -> None:
        backoff = Backoff()
        while not self.is_stopping:
            began_s = time.monotonic()
            try:
                self._hold()
            except Unreachable as trouble:
                self._tell(str(trouble))
            except Exception:
                log.exception("%s failed", self._thread.name)
            lasted_s = time.monotonic() - began_s
            backoff.note_lasted(lasted_s)
            if lasted_s >= STABLE_S:
                self._told.clear()
            self._stopping.wait(backoff.next_s())

    def _tell(self, trouble: str) -> None:
        is_news = trouble not in self._told and len(self._told) < _MAX_TOLD
        self._told.add(trouble)
        log.log(logging.WARNING if is_news else logging.DEBUG, "%s: %s", self._thread.name, trouble)
