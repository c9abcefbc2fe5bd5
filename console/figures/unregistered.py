"""Visits of today of which nobody wrote down what came of them: all on one page, to fill in together."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.actions import NotPressable
from console.figures.asking import ask, floor_of, new_id, staff
from console.registering.words import COURSES
from console.room import InRoom, Room, StaffRequest
from console.signin import Form
from wire.answers import Answer
from wire.commands import Question, RegisterVisit
from wire.payload import FAULTS
from wire.question_words import NEEDS, OUTCOMES
from wire.times import at_moment

PAGE = "/invullen"
AT_ONCE = 12
"""So many visits stand on one page: a form that is sent has a largest size."""

SHORT = 8
"""So much of its id tells a visit from the others on the page."""

FIELDS = ("outcome", "topic", "organisation", "referred_to", "course", "need")


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as staff know it again: what it was about, and when it ended."""

    short: str
    visit_id: str
    topic: str
    ended: str


@get(PAGE)
async def unregistered(request: StaffRequest, room: InRoom) -> Template:
    """All of them, none with anything chosen."""
    staff(request)
    return _page(room, "")


@post(PAGE)
async def fill_in(request: StaffRequest, room: InRoom, data: Form) -> Template | Redirect:
    """Register those of which an outcome was chosen; the others stay for later."""
    staff(request)
    fault = ""
    for visit in _visits(room):
        question = _question(visit.visit_id, data)
        if question is None:
            continue
        command = RegisterVisit(request_id=new_id(), visit_id=visit.visit_id, questions=(question,))
        answer = await ask(room, command)
        fault = fault or (answer if isinstance(answer, str) else "")
        if isinstance(answer, Answer):
            await floor_of(room, answer.revision)
    return _page(room, fault) if fault else Redirect(PAGE, status_code=HTTP_303_SEE_OTHER)


def _question(visit_id: str, data: dict[str, str]) -> Question | None:
    short = visit_id[:SHORT]
    chosen = {field: value for field in FIELDS if (value := data.get(f"{short}-{field}"))}
    if "outcome" not in chosen:
        return None
    if chosen["outcome"] != "referred":
        chosen.pop("referred_to", None)
    if chosen["outcome"] != "course":
        chosen.pop("course", None)
    try:
        return msgspec.convert(chosen, Question)
    except FAULTS as fault:
        raise NotPressable(str(fault)) from fault


def _visits(room: Room) -> list[Visit]:
    zone = ZoneInfo(room.settings.branch.time_zone)
    floor = room.picture.floor
    return [
        Visit(
            visit.visit_id[:SHORT],
            visit.visit_id,
            room.names.topic(visit.topic),
            f"{at_moment(visit.ended_at).astimezone(zone):%H:%M}",
        )
        for visit in (floor.unregistered if floor else ())
    ]


def _page(room: Room, fault: str) -> Template:
    visits = _visits(room)
    context: dict[str, Any] = {
        "visits": visits[:AT_ONCE],
        "left": len(visits[AT_ONCE:]),
        "fault": fault,
        "outcomes": OUTCOMES,
        "needs": NEEDS,
        "courses": COURSES,
        "organisations": room.names.organisations,
        "partners": room.names.partners,
        "topics": [(topic, room.names.topic(topic)) for topic, _ in room.names.topics],
    }
    return Template("figures/unregistered.html", context=context)
