"""The order of today as sentences: why a number was called when it was."""

from zoneinfo import ZoneInfo

import msgspec
from litestar import get
from litestar.response import Template

from console.figures.asking import ask, new_id, staff
from console.room import InRoom, Room, StaffRequest
from runtime.texts import mark
from wire.answers import Answer
from wire.commands import Why
from wire.payload import FAULTS
from wire.story import Naming, sentences

NO_NUMBER = mark("Dat is geen nummer. Een nummer is bijvoorbeeld 27 of B27.")


@get("/waarom")
async def why_page(request: StaffRequest, room: InRoom) -> Template:
    """A field for a number, and its story where one was given."""
    staff(request)
    number = request.query_params.get("nummer", "").strip().upper()
    lines, fault = await _story(room, number) if number else ([], "")
    return Template("figures/why.html", context={"number": number, "lines": lines, "fault": fault})


async def _story(room: Room, number: str) -> tuple[list[str], str]:
    try:
        command = msgspec.convert({"request_id": new_id(), "number": number}, Why)
    except FAULTS:
        return [], room.names.texts.text(NO_NUMBER)
    answer = await ask(room, command)
    if not isinstance(answer, Answer):
        return [], answer
    zone = ZoneInfo(room.settings.branch.time_zone)
    naming = Naming(room.names.texts, zone, room.names.desk, room.names.line)
    return sentences(number, answer.steps or (), naming), ""
