"""What a press gets back: the drawn parts for the page's script, else the way back to the page."""

import time
from typing import Any, Final

from litestar.response import Redirect, Response
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_401_UNAUTHORIZED

from console.room import Room, StaffRequest
from console.sessions import Session
from console.view import desk_view

PART_HEADER: Final = "X-Part"
"""Sent by the page's script, which takes the drawn part; without it the browser is sent back to the page."""

DRAWN: Final = "X-Drawn"
"""When the part was drawn, for a script that also gets parts pushed."""


def draw(room: Room, session: Session) -> str:
    """The parts of the desk's page that change."""
    return room.templates.get_template("desk_parts.html").render(context(room, session))


def context(room: Room, session: Session) -> dict[str, Any]:
    """What the desk's templates draw."""
    return {"view": desk_view(room.situation(session))}


def back(request: StaffRequest, room: Room) -> Response[Any]:
    """The answer to a press on the desk's page."""
    room.feed.tell()
    if PART_HEADER not in request.headers:
        return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)
    if request.user.desk is None:
        return Response("", status_code=HTTP_401_UNAUTHORIZED)
    drawn = draw(room, request.user)
    return Response(drawn, media_type="text/html", status_code=HTTP_200_OK, headers={DRAWN: str(time.monotonic_ns())})
