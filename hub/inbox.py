"""Where the network's threads leave what the loop has to do."""

import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock

from wire.devices import DeviceStatus

MOST_WAITING = 10_000
MOST_WAITING_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """A command as it came in; `deadline_s` on the monotonic clock, None where no good expiry was given."""

    name: str
    payload: bytes
    response_topic: str | None
    correlation: bytes | None
    deadline_s: float | None

    def is_expired(self) -> bool:
        """Whether nobody waits for it any more."""
        return self.deadline_s is not None and time.monotonic() > self.deadline_s


@dataclass(frozen=True, slots=True)
class Heard:
    """A device said how it is: just now, or the broker had kept it."""

    status: DeviceStatus
    is_news: bool


@dataclass(frozen=True, slots=True)
class Connected:
    """The broker was found, or lost."""

    is_connected: bool


Item = Request | Heard | Connected


class Inbox:
    """A bounded queue; what does not fit is dropped, as after an expiry."""

    def __init__(self) -> None:
        self._items: SimpleQueue[Item | None] = SimpleQueue()
        self._counting = Lock()
        self._bytes = 0

    def put(self, item: Item) -> bool:
        """Leave an item; False when too much waits already. News of the broker always fits."""
        is_full = self._items.qsize() >= MOST_WAITING or self._bytes >= MOST_WAITING_BYTES
        if is_full and not isinstance(item, Connected):
            return False
        self._count(item, 1)
        self._items.put(item)
        return True

    def wake(self) -> None:
        """Let a waiting `take` return."""
        self._items.put(None)

    def take(self, most: int, patience_s: float) -> list[Item]:
        """What lies there, waiting for a first item no longer than `patience_s`."""
        items: list[Item | None] = []
        try:
            items.append(self._items.get(timeout=max(0.0, patience_s)))
            while len(items) < most:
                items.append(self._items.get_nowait())
        except Empty:
            pass
        for item in items:
            self._count(item, -1)
        return [item for item in items if item is not None]

    def _count(self, item: Item | None, times: int) -> None:
        if isinstance(item, Request):
            with self._counting:
                self._bytes += times * (len(item.payload) + len(item.correlation or b""))
