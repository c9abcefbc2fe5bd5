"""Says one call after the other, on a thread of its own: calls wait their turn, never overlap and are never lost."""

import logging
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Final

from wire.state import Call

PAUSE_S: Final = 5.0
"""Quiet between the end of one call and the start of the next."""
STOPS_WITHIN_S: Final = 1.0
REMEMBERED_CALLS: Final = 1000

log = logging.getLogger(__name__)


class Announcer:
    """Takes calls and gives each its turn.

    `on_turn` is told first, so that the screen shows the call at the chime; `play` makes the sound and returns at its
    end. Both run on the announcer's thread; `wait` lets seconds pass there.
    """

    def __init__(
        self,
        on_turn: Callable[[Call], None],
        play: Callable[[Call], None],
        *,
        pause_s: float = PAUSE_S,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._on_turn = on_turn
        self._play = play
        self._pause_s = pause_s
        self._waiting: deque[Call] = deque()
        self._told: OrderedDict[str, None] = OrderedDict()
        self._changed = threading.Condition()
        self._stopping = threading.Event()
        self._wait = wait or self._stopping.wait
        self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; what still waits is not said."""
        self._stopping.set()
        with self._changed:
            self._changed.notify()
        self._thread.join(STOPS_WITHIN_S)

    def announce(self, calls: Iterable[Call]) -> None:
        """Let these calls have their turn after those that wait."""
        with self._changed:
            self._waiting.extend(calls)
            self._changed.notify()

    def keep_only(self, call_ids: frozenset[str]) -> None:
        """Drop the waiting calls that are no longer calling: taken back, or the visitor is there already."""
        with self._changed:
            self._waiting = deque(
                call for call in self._waiting if call.state == "taken-back" or call.call_id in call_ids
            )

    def take_back(self, calls: Iterable[Call]) -> None:
        """Say of those that were announced, once, that they must wait a little longer."""
        with self._changed:
            for call in calls:
                if call.call_id in self._told:
                    del self._told[call.call_id]
                    self._waiting.append(call)
            self._changed.notify()

    def _run(self) -> None:
        while (call := self._next()) is not None:
            what = "Announcing" if call.state == "calling" else "Taking back"
            log.info("%s call %s, time %d", what, call.call_id, call.times_called)
            self._on_turn(call)
            self._play(call)
            self._wait(self._pause_s)

    def _next(self) -> Call | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopping.is_set())
            if self._stopping.is_set():
                return None
            call = self._waiting.popleft()
            if call.state == "calling":
                self._told[call.call_id] = None
                while len(self._told) > REMEMBERED_CALLS:
                    self._told.popitem(last=False)
            return call
