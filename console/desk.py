"""The page of one desk, and everything that can be pressed on it."""

from typing import Any, Final

from litestar import get, post
from litestar.response import Redirect, Response, ServerSentEvent, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.answering import back, context, draw
from console.pressing import press
from console.room import InRoom, StaffRequest
from console.signin import Form
from console.stream import follow


@get("/")
async def front_door() -> Redirect:
    """To the desk."""
    return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)


@get("/balie")
async def desk_page(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """The session's desk."""
    if request.user.desk is None:
        return Redirect("/balies", status_code=HTTP_303_SEE_OTHER)
    return Template("desk.html", context=context(room, request.user))


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
    return back(request, room)


HANDLERS: Final = (front_door, desk_page, desk_live, press_button)
