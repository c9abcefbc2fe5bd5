"""The page of one desk, and everything that can be pressed on it."""

import time
from typing import Any

from litestar import get, post
from litestar.response import Redirect, Response, ServerSentEvent, Template
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_401_UNAUTHORIZED

from console.pressing import press
from console.room import InRoom, Room, StaffRequest
from console.sessions import Session
from console.signin import Form
from console.stream import follow
from console.view import desk_view

PART_HEADER = "X-Part"
"""Sent by the page's script, which takes the drawn part; without it the browser is sent back to the page."""

DRAWN = "X-Drawn"
"""When the part was drawn, for a script that also gets parts pushed."""


@get("/")
async def front_door() -> Redirect:
    """To the desk."""
    return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)


@get("/balie")
async def desk_page(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """The session's desk."""
    if request.user.desk is None:
        return Redirect("/balies", status_code=HTTP_303_SEE_OTHER)
    return Template("desk.html", context=_context(room, request.user))


@get("/balie/live")
async def desk_live(request: StaffRequest, room: InRoom) -> ServerSentEvent:
    """The session's desk, as it changes."""
    session = request.user
    return follow(room, session, lambda: draw(room, session))


@post("/balie/{name:str}")
async def press_button(request: StaffRequest, room: InRoom, name: str, data: Form) -> Response[Any]:
    """A press that goes to the hub."""
    chosen = {key: str(value) for key, value in request.query_params.items()}
    await press(room, request.user, name, data.get("request_id", ""), chosen)
    return _back(request, room)


@post("/paneel/nieuw")
async def choose_new(request: StaffRequest, room: InRoom) -> Response[Any]:
    """Open or close the choice for a new number."""
    request.user.is_choosing = not request.user.is_choosing
    return _back(request, room)


@post("/paneel/gezien")
async def seen(request: StaffRequest, room: InRoom) -> Response[Any]:
    """Put away the new number that was shown large."""
    request.user.made = None
    return _back(request, room)


def draw(room: Room, session: Session) -> str:
    """The parts of the page that change."""
    return room.templates.get_template("desk_parts.html").render(_context(room, session))


def _context(room: Room, session: Session) -> dict[str, Any]:
    return {"view": desk_view(room.situation(session))}


def _back(request: StaffRequest, room: Room) -> Response[Any]:
    room.feed.tell()
    if PART_HEADER not in request.headers:
        return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)
    if request.user.desk is None:
        return Response("", status_code=HTTP_401_UNAUTHORIZED)
    drawn = draw(room, request.user)
    return Response(drawn, media_type="text/html", status_code=HTTP_200_OK, headers={DRAWN: str(time.monotonic_ns())})
