"""Opening and closing what the page can show, and marking what a press will be about."""

from typing import Any, Final

from litestar import post
from litestar.response import Response

from console.actions import NotPressable
from console.answering import back
from console.panels.opened import PANELS
from console.pressing import withdraw
from console.room import InRoom, StaffRequest
from console.sessions import Opened

LONGEST_ABOUT = 60


@post("/paneel/{name:str}")
async def open_or_close(request: StaffRequest, room: InRoom, name: str, about: str = "") -> Response[Any]:
    """Open a panel, or close it when it is open."""
    session = request.user
    if name not in PANELS or len(about) > LONGEST_ABOUT:
        raise NotPressable(name)
    opened = session.opened
    is_open = opened is not None and (opened.name, opened.about) == (name, about)
    session.opened = None if is_open else Opened(name, about, room.situation(session).here)
    session.marked = frozenset()
    return back(request, room)


@post("/paneel")
async def close(request: StaffRequest, room: InRoom) -> Response[Any]:
    """Close what is open."""
    request.user.opened = None
    return back(request, room)


@post("/gezien")
async def seen(request: StaffRequest, room: InRoom) -> Response[Any]:
    """Put away the new number that was shown large."""
    request.user.made = None
    return back(request, room)


@post("/merk/{ticket_id:str}")
async def mark_one(request: StaffRequest, room: InRoom, ticket_id: str) -> Response[Any]:
    """Mark a number for *Deze nummers weg*, or unmark it."""
    session = request.user
    if room.situation(session).ticket(ticket_id) is not None:
        session.marked ^= {ticket_id}
    return back(request, room)


@post("/weg")
async def take_off(request: StaffRequest, room: InRoom) -> Response[Any]:
    """Withdraw every number that is marked."""
    session = request.user
    if await withdraw(room, session):
        session.marked, session.opened = frozenset(), None
    return back(request, room)


HANDLERS: Final = (open_or_close, close, seen, mark_one, take_off)
