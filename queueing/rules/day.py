"""Days: they open and close by staff, by a trusted clock, or by having lasted too long."""

from datetime import timedelta

from queueing.case import Case
from queueing.commands import CloseDay, CloseIntake, OpenDay, OpenIntake
from queueing.facts import DayClosed, DayOpened, DeskClosed, Fact, IntakeClosed, IntakeOpened
from queueing.hours import day_of

LONGEST_DAY_S = timedelta(hours=36).total_seconds()

Facts = tuple[Fact, ...]


def close_intake(case: Case, command: CloseIntake) -> Facts:
    """Give no more numbers, with a notice of the branch file."""
    case.need_known(command.notice, case.plan.notices)
    case.need_open_day()
    return (IntakeClosed(case.at, command.notice),)


def open_intake(case: Case, command: OpenIntake) -> Facts:
    """Give numbers until the next opening or closing time."""
    case.need_known(command.notice, case.plan.notices)
    case.need_open_day()
    until = case.plan.hours.next_boundary(case.at) if case.plan.hours else None
    return (IntakeOpened(case.at, command.notice, until),)


def close_day(case: Case, _: CloseDay) -> Facts:
    """End the day; a day that staff closed opens again only by their word."""
    if case.picture.day is None and case.picture.is_closed_by_staff:
        return ()
    return closed(case, is_by_staff=True) if case.picture.day else _closed_before_it_opened(case)


def open_day(case: Case, _: OpenDay) -> Facts:
    """Open the day, whatever the clock is worth."""
    return () if case.picture.day else (opened(case),)


def opened(case: Case) -> DayOpened:
    """The day of this moment, begun."""
    return DayOpened(case.at, day_of(case.at, case.plan.zone), case.now.uptime_s)


def closed(case: Case, *, is_by_staff: bool) -> Facts:
    """All visits ended and desks closed, then the day."""
    picture = case.picture
    if picture.day is None:
        return ()
    desks = tuple(
        DeskClosed(case.at, desk.id, desk.ticket_id, case.new_id())
        for desk in picture.desks.values()
        if desk.state == "visit"
    )
    spares = tuple(sorted(picture.spares))
    return (*desks, DayClosed(case.at, picture.day, is_by_staff, dict(picture.counters), spares))


def turned_over(case: Case) -> Facts:
    """The close of a day that is over by a trusted clock, or that lasted longer than any day."""
    picture, now = case.picture, case.now
    if picture.day is None:
        return ()
    is_over = now.is_trusted and day_of(now.at, case.plan.zone) > picture.day
    is_too_long = now.uptime_s - picture.opened_uptime_s > LONGEST_DAY_S
    return closed(case, is_by_staff=False) if is_over or is_too_long else ()


def _closed_before_it_opened(case: Case) -> Facts:
    day = day_of(case.at, case.plan.zone)
    is_new = day != case.picture.last_day
    counters = {} if is_new else dict(case.picture.counters)
    spares = () if is_new else tuple(sorted(case.picture.spares))
    return (DayClosed(case.at, day, is_by_staff=True, counters=counters, spares=spares),)
