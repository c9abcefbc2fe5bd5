"""Who looks on: every open page is told that something changed, and asks for the newest itself."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from console.sessions import Session

STREAMS: Final = 100
STREAMS_OF_ONE_SESSION: Final = 12


class TooMany(Exception):  # noqa: N818 - it says why a page cannot look on
    """There are as many open pages as the console can serve."""


@dataclass(slots=True, eq=False)
class Onlooker:
    """One open page; however much changes, it holds at most one sign of it."""

    session: Session
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self) -> None:
        """Something changed."""
        self._changed.set()

    async def wait(self, longest_s: float) -> None:
        """Wait until something changed, or long enough."""
        try:
            async with asyncio.timeout(longest_s):
                await self._changed.wait()
        except TimeoutError:
            return
        self._changed.clear()


class Feed:
    """All pages that look on."""

    def __init__(self) -> None:
        self._onlookers: set[Onlooker] = set()
        self._next = asyncio.Event()
        self.is_closed = False

    @contextmanager
    def look_on(self, session: Session) -> Iterator[Onlooker]:
        """Be told of changes for as long as the block lasts.

        Raises:
            TooMany: the limits are reached.
        """
        own = sum(one.session is session for one in self._onlookers)
        if len(self._onlookers) >= STREAMS or own >= STREAMS_OF_ONE_SESSION:
            raise TooMany
        onlooker = Onlooker(session)
        self._onlookers.add(onlooker)
        try:
            yield onlooker
        finally:
            self._onlookers.discard(onlooker)

    def tell(self) -> None:
        """Tell every page that something changed."""
        self._next.set()
        self._next = asyncio.Event()
        for onlooker in self._onlookers:
            onlooker.tell()

    async def change(self) -> None:
        """Wait for the next change."""
        await self._next.wait()

    def is_shared(self, session: Session) -> bool:
        """Whether another browser looks on from the same desk."""
        return any(one.session is not session and one.session.desk == session.desk for one in self._onlookers)

    def close(self) -> None:
        """End every stream."""
        self.is_closed = True
        self.tell()
