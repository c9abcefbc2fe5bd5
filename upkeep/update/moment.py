"""When a box may go over to another version by itself: nobody is there, and nobody comes soon."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from runtime.settings.model import Settings

BEFORE_OPENING = timedelta(minutes=20)
"""So long before the doors open nothing is begun."""

NIGHT = (time(1), time(6))
"""For a branch whose hours nobody told."""


def is_quiet(settings: Settings, now: datetime) -> bool:
    """Whether the doors are shut at this moment, and for a while."""
    here = now.astimezone(ZoneInfo(settings.branch.time_zone))
    opening = settings.opening
    if opening is None or not opening.hours:
        return NIGHT[0] <= here.time() < NIGHT[1]
    return not any(_is_open(settings, here + later) for later in (timedelta(), BEFORE_OPENING))


def _is_open(settings: Settings, here: datetime) -> bool:
    opening = settings.opening
    if opening is None or here.date() in opening.closed_on:
        return False
    return any(period.opens <= here.time() < period.closes for period in opening.hours.get(here.weekday(), ()))
