"""What the board shows now, and the calls that open pages must announce; all on the page's loop."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from board.branch import phrases, sentences
from board.room import Room, View
from board.turns import read_board
from console.feed import TooMany
from runtime.settings.model import Settings
from wire.devices import DeviceStatus
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, read
from wire.state import Call

MOST_PAGES: Final = 20
"""Anybody may open one: they must not take the room of staff's pages."""
LOOK_S: Final = 1.0
MOST_WAITING_CALLS: Final = 50


class Following:
    """The board for all pages that show it."""

    def __init__(self, settings: Settings) -> None:
        self._room = Room(settings.branch.name, sentences(settings), phrases(settings), time.monotonic())
        self._pages: set[_Page] = set()
        self.is_closed = False
        self._calls: dict[str, Call] = {}

    @property
    def view(self) -> View:
        """The picture of now."""
        return self._room.view(time.monotonic(), datetime.now(UTC))

    @property
    def pages(self) -> int:
        """How many are open."""
        return len(self._pages)

    def call(self, call_id: str) -> Call | None:
        """A call that stands on the board."""
        return self._calls.get(call_id)

    def hear_board(self, message: Message) -> None:
        """Take in a board; raises Unreadable."""
        board = read_board(message.payload)
        self._calls = {call.call_id: call for call in board.calls}
        self._tell(self._room.heard_board(board, is_live=not message.is_retained))

    def hear_hub(self, message: Message) -> None:
        """Take in how the hub is; raises Unreadable."""
        status = read(message.payload, DeviceStatus, MAX_PAYLOAD_BYTES)
        self._tell(self._room.heard_hub(status, is_live=not message.is_retained, now_s=time.monotonic()))

    def close(self) -> None:
        """End every page's stream."""
        self.is_closed = True
        self._tell(())

    async def pictures(self) -> AsyncIterator[tuple[View, tuple[Call, ...]]]:
        """The picture and the calls to announce with it, at each change and every second.

        Raises:
            TooMany: so many pages are open already.
        """
        with self._page() as page:
            while not self.is_closed:
                yield self.view, page.calls()
                await page.wait()

    @contextmanager
    def _page(self) -> Iterator["_Page"]:
        if len(self._pages) >= MOST_PAGES:
            raise TooMany
        page = _Page()
        self._pages.add(page)
        try:
            yield page
        finally:
            self._pages.discard(page)

    def _tell(self, calls: tuple[Call, ...]) -> None:
        for page in self._pages:
            page.tell(calls)


class _Page:
    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._calls: deque[Call] = deque(maxlen=MOST_WAITING_CALLS)

    def tell(self, calls: tuple[Call, ...]) -> None:
        self._calls.extend(calls)
        self._changed.set()

    def calls(self) -> tuple[Call, ...]:
        calls = tuple(self._calls)
        self._calls.clear()
        return calls

    async def wait(self) -> None:
        try:
            async with asyncio.timeout(LOOK_S):
                await self._changed.wait()
        except TimeoutError:
            return
        self._changed.clear()
