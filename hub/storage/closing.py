"""What stays of a day when it closes, and that nothing else does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import SystemRandom
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, func, insert, select, update

from hub.storage import tables
from queueing.commands import Question
from queueing.picture import Picture, Visit

NOON, EVENING = 12, 17
DAYS_A_MONTH = 31

_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Closing:
    """Visit records and totals of one day, as rows; the records are shuffled."""

    day: date
    visits: tuple[dict[str, Any], ...]
    totals: dict[str, int]


def closing_of(picture: Picture, zone: ZoneInfo) -> Closing:
    """What stays of the picture's open day, its visits having ended."""
    day = picture.day or date.min
    visits = visit_rows(picture, zone)
    _random.shuffle(visits)
    return Closing(day, tuple(visits), day_totals(picture))


def day_totals(picture: Picture) -> dict[str, int]:
    """The day's counts."""
    states = [ticket.state for ticket in picture.tickets.values()]
    helped = [visit for visit in picture.visits.values() if visit.channel == "ticket"]
    return {
        "taken": len(states),
        "withdrawn": states.count("withdrawn"),
        "helped": len(helped),
        "unregistered": sum(not visit.is_registered for visit in helped),
        "nobody_there": sum(states.count(state) for state in ("waiting", "parked", "calling")),
        "did_not_come": states.count("missed"),
    }


def part_of_day(at: datetime, zone: ZoneInfo) -> str:
    """Morning, afternoon or evening: all that is kept of a time."""
    hour = at.astimezone(zone).hour
    if hour < NOON:
        return "morning"
    return "afternoon" if hour < EVENING else "evening"


def write_closing(connection: Connection, closing: Closing, keep_months: int) -> None:
    """Erase the journal, what answers say of tickets and when each was given; keep records and totals."""
    connection.execute(delete(tables.facts))
    connection.execute(delete(tables.day_answers))
    last_at = select(func.max(tables.requests.c.at)).scalar_subquery()
    connection.execute(update(tables.requests).values(day_answer=None, at=last_at))
    place = _place(connection, closing.day)
    if closing.visits:
        connection.execute(insert(tables.visits), [{**row, "closing": place} for row in closing.visits])
    oldest = closing.day - timedelta(days=keep_months * DAYS_A_MONTH)
    connection.execute(delete(tables.visits).where(tables.visits.c.date < oldest))
    connection.execute(insert(tables.days), {"date": closing.day, "closing": place, **closing.totals})


def visit_rows(picture: Picture, zone: ZoneInfo) -> list[dict[str, Any]]:
    """The records that the open day's visits would leave."""
    return [row for visit in picture.visits.values() for row in _visit_rows(visit, picture.day or date.min, zone)]


def _place(connection: Connection, day: date) -> int:
    """The how manyth closing of its date this is; a date can be opened again."""
    before = select(func.max(tables.days.c.closing)).where(tables.days.c.date == day)
    return (connection.execute(before).scalar() or 0) + 1


def _visit_rows(visit: Visit, day: date, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    questions: tuple[Question | None, ...] = visit.questions or (None,)
    for question in questions:
        yield {
            "date": day,
            "part_of_day": part_of_day(visit.ended_at, zone),
            "channel": visit.channel,
            "line": visit.line,
            "topic": question.topic or visit.topic if question else visit.topic,
            "outcome": question.outcome if question else None,
            "organisation": question.organisation if question else None,
            "referred_to": question.referred_to if question else None,
            "need": question.need if question else None,
            "course": question.course if question else None,
        }
