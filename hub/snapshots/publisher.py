"""Sends each snapshot when it changed: the board at once, menu and floor at most ten times a second."""

import time
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from hub.snapshots.head import View
from wire.link import Link
from wire.payload import encode
from wire.state import Snapshot
from wire.times import at_text
from wire.topics import StateKind

SHORTEST_INTERVAL_S: Mapping[StateKind, float] = {"board": 0.0, "menu": 0.1, "floor": 0.1}

Make = Callable[[View], Snapshot]


class Publisher:
    """Remembers what was sent last. Used by the hub's loop only."""

    def __init__(self, link: Link, makers: Mapping[StateKind, Make]) -> None:
        self._link = link
        self._makers = makers
        self._sent: dict[StateKind, Snapshot] = {}
        self._sent_at_s: dict[StateKind, float] = {}
        self._late: set[StateKind] = set()

    def forget(self) -> None:
        """Send everything again: the broker may have lost it."""
        self._sent.clear()

    def patience_s(self) -> float:
        """How long nothing needs to be sent for sure; snapshots that depend on time are looked at every second."""
        return min(map(self._wait_s, self._late), default=1.0)

    def publish(self, view: View, revision: int, kinds: Iterable[StateKind]) -> None:
        """Send what changed and may be sent; the rest is late until its time has come."""
        if not self._link.is_connected:
            return
        for kind in kinds:
            if self._wait_s(kind):
                self._late.add(kind)
            else:
                self._late.discard(kind)
                self._send(kind, self._makers[kind](view), revision, view)

    def _send(self, kind: StateKind, content: Snapshot, revision: int, view: View) -> None:
        if content == self._sent.get(kind):
            return
        snapshot = replace(content, revision=revision, at=at_text(view.now.at))
        if self._link.publish(self._link.topics.state(kind), encode(snapshot), is_retained=True):
            self._sent[kind] = content
            self._sent_at_s[kind] = time.monotonic()

    def _wait_s(self, kind: StateKind) -> float:
        interval_s = SHORTEST_INTERVAL_S[kind]
        passed_s = time.monotonic() - self._sent_at_s.get(kind, -interval_s)
        return interval_s - passed_s if 0 <= passed_s < interval_s else 0.0
