"""Asking the hub for figures; what it does not give is told in words."""

import asyncio
import time
from contextlib import suppress
from datetime import date, timedelta
from typing import Final
from uuid import uuid4
from zoneinfo import ZoneInfo

from litestar.exceptions import NotFoundException

from console.bridge import ANSWER_S
from console.room import Room, StaffRequest
from console.sessions import Session
from runtime.texts import mark
from wire.answers import Answer, Refused
from wire.commands import Command
from wire.refusals import REFUSAL_TEXTS

NO_ANSWER = mark("De wachtrij antwoordt niet. Probeer het zo nog een keer.")

DAY_BEGINS: Final = timedelta(hours=4)
FLOOR_S: Final = 1.0
"""So long the floor may lag behind an answer before a page is drawn without it."""


def new_id() -> str:
    """The id of a question that is asked once."""
    return str(uuid4())


def staff(request: StaffRequest) -> Session:
    """The session of somebody of the branch itself.

    Raises:
        NotFoundException: it is a partner's, for whom there are no figures.
    """
    if request.user.lines is not None:
        raise NotFoundException
    return request.user


async def ask(room: Room, command: Command, within_s: float = ANSWER_S) -> Answer | str:
    """The hub's answer, or why there is none."""
    text = room.names.texts.text
    if not room.bridge.is_hub_there:
        return text(NO_ANSWER)
    answer = await room.bridge.ask(command, within_s)
    if isinstance(answer, Answer):
        return answer
    return text(REFUSAL_TEXTS[answer.refusal.code] if isinstance(answer, Refused) else NO_ANSWER)


async def floor_of(room: Room, revision: int) -> None:
    """Wait for the floor that shows what an answer of that revision changed."""
    with suppress(TimeoutError):
        async with asyncio.timeout(FLOOR_S):
            while room.picture.floor is None or room.picture.floor.revision < revision:
                await room.feed.change()


def day_of(room: Room) -> date:
    """The open day; while it is closed the local date of four hours ago, on which it was open last."""
    floor = room.picture.floor
    if floor is not None and floor.day:
        return date.fromisoformat(str(floor.day))
    now = room.picture.hub_now(time.monotonic()).astimezone(ZoneInfo(room.settings.branch.time_zone))
    return (now - DAY_BEGINS).date()
