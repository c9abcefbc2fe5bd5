"""Choosing a desk: one button for each, under the desk's own name."""

from dataclasses import dataclass
from typing import Any, Final

from litestar import get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, ServerSentEvent, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.menu import links
from console.partners import may_sit_at
from console.pressing import press
from console.room import InRoom, Room, StaffRequest
from console.sessions import Session
from console.signin import Form
from console.situation import Button, Situation
from console.stream import follow
from console.trouble import troubles
from console.view import acknowledge, how_many_in_all
from runtime.texts import mark
from wire.state import DeskState

OPEN_OR_NOT: Final[dict[DeskState, str]] = {
    "closed": mark("dicht"),
    "paused": mark("pauze"),
    "free": mark("open, vrij"),
    "calling": mark("open, bezig"),
    "visit": mark("open, bezig"),
}


@dataclass(frozen=True, slots=True)
class DesksView:
    """The page on which staff choose where they sit."""

    desks: tuple[Button, ...]
    is_hub_there: bool
    acknowledge: Button | None
    is_somebody_coming: bool
    news: str
    troubles: tuple[str, ...]
    links: tuple[tuple[str, str, int], ...]
    said: str
    said_kind: str


@get("/balies")
async def desks_page(request: StaffRequest, room: InRoom) -> Template:
    """All desks."""
    return Template("desks.html", context=_context(room, request.user))


@get("/balies/live")
async def desks_live(request: StaffRequest, room: InRoom) -> ServerSentEvent:
    """All desks, as they change."""
    session = request.user
    template = room.templates.get_template("desks_parts.html")
    return follow(room, session, lambda: template.render(_context(room, session)))


@post("/balies/{desk:str}")
async def choose_desk(request: StaffRequest, room: InRoom, desk: str, data: Form) -> Redirect:
    """Sit down at a desk; where the hub refuses, the session stays where it was."""
    if desk not in {one.id for one in room.settings.desks if _is_for(room.situation(request.user), one.id)}:
        raise NotFoundException
    session = request.user
    before, session.desk = session.desk, desk
    if await press(room, session, "open-desk", data.get("request_id", ""), {}):
        return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)
    session.desk = before
    return Redirect("/balies", status_code=HTTP_303_SEE_OTHER)


HANDLERS: Final = (desks_page, desks_live, choose_desk)


def _context(room: Room, session: Session) -> dict[str, Any]:
    at = room.situation(session)
    said = session.said
    return {
        "view": DesksView(
            desks=tuple(_desk(at, desk.id) for desk in room.settings.desks if _is_for(at, desk.id)),
            is_hub_there=at.is_hub_there,
            acknowledge=acknowledge(at),
            is_somebody_coming=bool(at.floor and at.floor.coming),
            news=how_many_in_all(at),
            troubles=troubles(at.floor, at.names.texts),
            links=links(session.lines, at.floor.today.unregistered if at.floor else 0),
            said=said.text if said else "",
            said_kind=said.kind if said else "done",
        )
    }


def _is_for(at: Situation, desk: str) -> bool:
    found = at.picture.desk(desk)
    return at.session.lines is None or (found is not None and may_sit_at(found, at.session.lines))


def _desk(at: Situation, desk: str) -> Button:
    found = at.picture.desk(desk)
    state: DeskState = found.state if found else "closed"
    path = f"/balies/{desk}"
    request_id = at.session.presses.id_for(f"{path} {state}", at.now_s)
    return Button(f"desk-{desk}", at.names.desk(desk), path, request_id, at.names.texts.text(OPEN_OR_NOT[state]))
