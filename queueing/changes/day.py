"""Days and intake."""

from queueing.facts import Acknowledged, DayClosed, DayOpened, IntakeClosed, IntakeOpened
from queueing.picture import Intake, Picture


def open_day(picture: Picture, fact: DayOpened) -> None:
    """Begin a day; on another date also its counters."""
    if fact.day != picture.last_day:
        picture.counters.clear()
        picture.spares.clear()
    picture.begin(fact.day)
    picture.last_day = fact.day
    picture.is_closed_by_staff = False
    picture.opened_at = fact.at
    picture.opened_uptime_s = fact.uptime_s


def close_day(picture: Picture, fact: DayClosed) -> None:
    """End a day; counters and used spare numbers outlive it."""
    picture.begin(None)
    picture.last_day = fact.day
    picture.is_closed_by_staff = fact.is_by_staff
    picture.counters = dict(fact.counters)
    picture.spares = set(fact.spares)


def close_intake(picture: Picture, fact: IntakeClosed) -> None:
    """Note that staff closed the intake."""
    picture.intake = Intake(is_open=False, notice=fact.notice)


def open_intake(picture: Picture, fact: IntakeOpened) -> None:
    """Note that staff opened the intake."""
    picture.intake = Intake(is_open=True, notice=fact.notice, until=fact.until)


def acknowledge(picture: Picture, fact: Acknowledged) -> None:
    """Note that somebody comes."""
    picture.coming_since = fact.at
