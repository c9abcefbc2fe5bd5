"""Events for the outside world, told from the store: none is lost while the broker is away."""

import time
from collections import deque

from hub.storage.failure import StorageFailed
from hub.storage.store import Store
from wire.link import Link

MOST_AT_ONCE = 100
SURE_AFTER_S = 5.0
"""A connection that lasted this long after a publish has had its acknowledgement."""


class Teller:
    """Sends stored events in order and drops those that surely arrived."""

    def __init__(self, link: Link, store: Store) -> None:
        self._link = link
        self._store = store
        self._sent: deque[tuple[int, float]] = deque()
        self._last = 0

    def start_over(self) -> None:
        """Send again what was not surely taken over by the broker."""
        self._sent.clear()
        self._last = 0

    def tell(self) -> None:
        """Do what is due."""
        if not self._link.is_connected:
            return
        try:
            if self._last < self._store.newest_event:
                self._send()
            self._settle()
        except StorageFailed:
            # The ledger meets the same trouble and says so.
            self.start_over()

    def _send(self) -> None:
        events = self._store.untold_events(self._last, MOST_AT_ONCE)
        for sequence, body in events:
            if not self._link.publish(self._link.topics.event, body):
                return
            self._sent.append((sequence, time.monotonic()))
            self._last = sequence
        if len(events) < MOST_AT_ONCE:
            self._last = self._store.newest_event

    def _settle(self) -> None:
        sure = []
        while self._sent and time.monotonic() - self._sent[0][1] >= SURE_AFTER_S:
            sure.append(self._sent.popleft()[0])
        if sure:
            self._store.forget_events(sure)
