"""Events for the outside world, told from the store: none is lost while the broker is away."""

import time

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
        self._sent: list[int] = []
        self._sent_at_s = 0.0
        self._has_more = True

    def start_over(self) -> None:
        """Send again what was not surely taken over by the broker."""
        self._sent.clear()
        self._has_more = True

    def note_new(self) -> None:
        """There is something to tell."""
        self._has_more = True

    def tell(self) -> None:
        """Do what is due."""
        if not self._link.is_connected:
            return
        try:
            if self._sent:
                self._settle()
            elif self._has_more:
                self._send()
        except StorageFailed:
            # The ledger meets the same trouble and says so.
            self.start_over()

    def _send(self) -> None:
        events = self._store.untold_events(MOST_AT_ONCE)
        self._has_more = bool(events)
        if all(self._link.publish(self._link.topics.event, body) for _, body in events):
            self._sent = [sequence for sequence, _ in events]
            self._sent_at_s = time.monotonic()

    def _settle(self) -> None:
        if time.monotonic() - self._sent_at_s >= SURE_AFTER_S:
            self._store.forget_events(self._sent)
            self._sent.clear()
