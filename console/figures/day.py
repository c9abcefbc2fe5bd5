"""The day's end: our own tally in the order of the national registration, and closing the day."""

from datetime import date
from functools import cache
from typing import Any

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.figures.asking import ask, day_of, floor_of, new_id, staff
from console.figures.ticks import Ticks
from console.room import InRoom, Room, StaffRequest
from runtime.files import state_folder
from wire.answers import Answer, Table
from wire.commands import CloseDay, DaySheet, OpenDay, Report

SHEET = "/dagstaat"


@get(SHEET)
async def day_sheet(request: StaffRequest, room: InRoom) -> Template:
    """The exact tally of the open day, or of the last one that closed."""
    staff(request)
    day = day_of(room)
    tables, fault = await _tables(room, day)
    context = {"day": day, "tables": tables, "fault": fault, "is_copied": _ticks(room).has(day)}
    return Template("figures/day_sheet.html", context={**context, "floor": room.picture.floor})


@post("/dagstaat/overgenomen")
async def copied(request: StaffRequest, room: InRoom) -> Redirect:
    """Tick that the figures stand in the national registration, or take the tick away."""
    staff(request)
    _ticks(room).turn(day_of(room))
    return Redirect(SHEET, status_code=HTTP_303_SEE_OTHER)


@get("/dag/sluiten")
async def before_closing(request: StaffRequest, room: InRoom) -> Template:
    """Who still waits, and what is still to be filled in; only then the button."""
    staff(request)
    return Template("figures/close_day.html", context={"floor": room.picture.floor, "fault": ""})


@post("/dag/sluiten")
async def close_day(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """Close the day; everybody is signed out by that."""
    staff(request)
    return await _done(room, CloseDay(request_id=new_id()))


@post("/dag/openen")
async def open_day(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """Open the day, or the same one again."""
    staff(request)
    return await _done(room, OpenDay(request_id=new_id()))


async def _done(room: Room, command: CloseDay | OpenDay) -> Template | Redirect:
    answer = await ask(room, command)
    if isinstance(answer, Answer):
        await floor_of(room, answer.revision)
        return Redirect(SHEET, status_code=HTTP_303_SEE_OTHER)
    return Template("figures/close_day.html", context={"floor": room.picture.floor, "fault": answer})


async def _tables(room: Room, day: date) -> tuple[tuple[Table, ...], str]:
    floor = room.picture.floor
    command: Any = DaySheet(request_id=new_id())
    if floor is None or floor.day is None:
        command = Report(request_id=new_id(), from_=day, to=day, by="day")
    answer = await ask(room, command)
    return (answer.tables or (), "") if isinstance(answer, Answer) else ((), answer)


def _ticks(room: Room) -> Ticks:
    return _ticks_of(room.settings.branch.id)


@cache
def _ticks_of(branch: str) -> Ticks:
    return Ticks(state_folder(), branch)
