"""The one hop between the network's threads and the page's loop."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final

from console.feed import Feed
from console.picture import Picture
from wire.answers import Answer, NoAnswer, Refused
from wire.commands import Command
from wire.devices import DeviceStatus
from wire.link import Link
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, read
from wire.state import Board, Floor, Menu

ANSWER_S: Final = 2.0

log = logging.getLogger(__name__)


class Bridge:
    """Brings what the hub tells into the picture, and asks the hub on behalf of a page."""

    def __init__(self, link: Link, hub: str, picture: Picture, feed: Feed) -> None:
        self._link = link
        self._picture = picture
        self._feed = feed
        self.on_floor: Callable[[Floor], None] = lambda _: None
        """Called with each floor that the hub tells."""
        self._loop = asyncio.get_running_loop()
        topics = link.topics
        link.subscribe(topics.state("menu"), self._hopped(lambda message: self._take(message, Menu)))
        link.subscribe(topics.state("floor"), self._hopped(lambda message: self._take(message, Floor)))
        link.subscribe(topics.state("board"), self._hopped(lambda message: self._take(message, Board)))
        link.subscribe(topics.status(hub), self._hopped(self._hear_hub))
        link.on_connection = lambda _: self.hop(feed.tell)

    @property
    def is_hub_there(self) -> bool:
        """Whether asking makes sense: the broker is there, and so is the hub behind it."""
        return self._link.is_connected and self._picture.is_hub_there(time.monotonic())

    async def ask(self, command: Command, within_s: float = ANSWER_S) -> Answer | Refused | NoAnswer:
        """What the hub says to a command, in two seconds at most unless more is given."""
        heard: asyncio.Future[Answer | Refused | NoAnswer] = self._loop.create_future()

        def settle(answer: Answer | Refused | NoAnswer) -> None:
            if not heard.done():
                heard.set_result(answer)

        self._link.ask(command, lambda answer: self.hop(settle, answer), time_limit_s=within_s)
        return await heard

    def hop(self, call: Callable[..., None], *values: Any) -> None:
        """Have something done on the page's loop; from any thread."""
        try:
            self._loop.call_soon_threadsafe(call, *values)
        except RuntimeError:
            log.debug("the page's loop has ended; what still came in is dropped")

    def _hopped(self, handler: Callable[[Message], None]) -> Callable[[Message], None]:
        return lambda message: self.hop(handler, message)

    def _take(self, message: Message, kind: type[Menu | Floor | Board]) -> None:
        try:
            snapshot = read(message.payload, kind)
            self._picture.take(snapshot, time.monotonic(), is_retained=message.is_retained)
        except (Unreadable, ValueError) as fault:
            log.warning("what came on %s is dropped: %s", message.topic, fault)
            return
        if isinstance(snapshot, Floor):
            self.on_floor(snapshot)
        self._feed.tell()

    def _hear_hub(self, message: Message) -> None:
        was_there = self.is_hub_there
        try:
            status = read(message.payload, DeviceStatus, MAX_PAYLOAD_BYTES)
            self._picture.hear_hub(status, time.monotonic(), is_retained=message.is_retained)
        except (Unreadable, ValueError) as fault:
            log.warning("what came on %s is dropped: %s", message.topic, fault)
            return
        if was_there != self.is_hub_there:
            self._feed.tell()
