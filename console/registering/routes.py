"""Tapping what a question was about, and handing it in."""

from typing import Any, Final

from litestar import post
from litestar.response import Response

from console.actions import NotPressable, built
from console.answering import back
from console.pressing import carry_out
from console.registering.draft import Draft, NotTappable
from console.registering.panels import WITHOUT_TICKET, about, draft
from console.registering.words import CHANNELS
from console.room import InRoom, StaffRequest
from console.signin import Form
from console.situation import Situation
from wire.commands import Command, RegisterQuestion, RegisterVisit


@post("/tik/{field:str}/{value:str}")
async def tap(request: StaffRequest, room: InRoom, field: str, value: str) -> Response[Any]:
    """Choose an answer, or take it back."""
    if field == "channel" and value not in CHANNELS:
        raise NotPressable(value)
    session = request.user
    current = draft(room.situation(session))
    try:
        session.draft = current.tap(field, value)
    except NotTappable as fault:
        raise NotPressable(str(fault)) from fault
    return back(request, room)


@post("/nog-een-vraag")
async def another(request: StaffRequest, room: InRoom) -> Response[Any]:
    """The same visitor had one more question."""
    request.user.draft = draft(room.situation(request.user)).another()
    return back(request, room)


@post("/noteer")
async def note(request: StaffRequest, room: InRoom, data: Form) -> Response[Any]:
    """Hand in what was tapped about a visit that ended, or about help without a ticket."""
    session = request.user
    command = _command(room.situation(session), data.get("request_id", ""))
    if await carry_out(room, session, command):
        session.draft, session.opened = Draft(), None
    return back(request, room)


HANDLERS: Final = (tap, another, note)


def _command(at: Situation, request_id: str) -> Command:
    current = draft(at)
    if not current.questions:
        raise NotPressable("nothing was tapped")
    if about(at) == WITHOUT_TICKET:
        return built(RegisterQuestion, request_id, channel=current.channel, questions=current.questions)
    return built(RegisterVisit, request_id, visit_id=current.about, questions=current.questions)
