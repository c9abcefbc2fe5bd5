"""The live part of a page, pushed as it changes: server-sent events; an event's id tells when it was drawn."""

import time
from collections.abc import AsyncGenerator, Callable
from typing import Final

from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from console.feed import TooMany
from console.room import Room
from console.sessions import Session

BEAT_S: Final = 5.0
RECONNECT_MS: Final = 1000
_SOONEST_S: Final = 0.05


def follow(room: Room, session: Session, draw: Callable[[], str]) -> ServerSentEvent:
    """What `draw` gives, each time that it differs from what was sent last; beats in between."""
    return ServerSentEvent(_events(room, session, draw), retry_duration=RECONNECT_MS)


async def _events(
    room: Room, session: Session, draw: Callable[[], str]
) -> AsyncGenerator[ServerSentEventMessage, None]:
    try:
        with room.feed.look_on(session) as onlooker:
            room.feed.tell()
            sent = ""
            while not room.feed.is_closed and _is_open(room, session):
                drawn = draw()
                if drawn == sent:
                    yield ServerSentEventMessage(event="beat", data="")
                else:
                    yield ServerSentEventMessage(event="part", data=drawn, id=time.monotonic_ns())
                sent = drawn
                await onlooker.wait(_next_s(room, session))
            if not room.feed.is_closed:
                yield ServerSentEventMessage(event="gone", data="")
    except TooMany:
        yield ServerSentEventMessage(event="full", data="")


def _is_open(room: Room, session: Session) -> bool:
    return room.sessions.find(session.token, room.situation(session).now_s) is session


def _next_s(room: Room, session: Session) -> float:
    at = room.situation(session)
    undo_s = at.picture.undo_left_s(at.desk, at.now_s) if at.desk else 0.0
    coming = (left_s + _SOONEST_S for left_s in (undo_s, at.recall_in_s or 0.0) if left_s > 0)
    return min(BEAT_S, *coming, BEAT_S)
