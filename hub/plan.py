"""The branch file as the rules want it."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from queueing.hours import Period, Timetable
from queueing.plan import Device, Line, Plan
from runtime.settings.model import Hours, Settings, Topic


def plan_of(settings: Settings) -> Plan:
    """What the rules need to know of the branch."""
    zone = ZoneInfo(settings.branch.time_zone)
    opening = settings.opening
    closed_on = opening.closed_on if opening else frozenset()
    return Plan(
        zone=zone,
        languages=settings.branch.languages,
        lines=tuple(
            Line(line.id, line.letter, line.limit, _timetable(line.hours, zone, closed_on)) for line in settings.lines
        ),
        topics={topic.id: topic.line for topic in all_topics(settings.topics)},
        desks={desk.id: desk.lines for desk in settings.desks},
        devices={device.id: device for device in _devices(settings)},
        hours=_timetable(opening.hours, zone, closed_on) if opening else None,
        last_ticket=timedelta(minutes=opening.last_ticket_minutes if opening else 0),
        organisations=frozenset(organisation.id for organisation in settings.organisations),
        partners=frozenset(partner.id for partner in settings.partners),
        notices=frozenset(notice.id for notice in settings.notices),
    )


def all_topics(topics: tuple[Topic, ...]) -> Iterator[Topic]:
    """The topics of both levels."""
    for topic in topics:
        yield topic
        yield from all_topics(topic.topics)


def _timetable(hours: Hours | None, zone: ZoneInfo, closed_on: frozenset[date]) -> Timetable | None:
    if hours is None:
        return None
    week = {day: tuple(Period(period.opens, period.closes) for period in periods) for day, periods in hours.items()}
    return Timetable(zone, week, closed_on)


def _devices(settings: Settings) -> Iterator[Device]:
    for kiosk in settings.kiosks:
        yield Device(kiosk.device, kiosk.spare_letter, has_printer=kiosk.printer.kind != "none")
    for display in settings.displays:
        yield Device(display.device)
    yield Device(settings.console.device)
    yield Device(settings.hub.device)
