"""Parts of a day, as "10:00-12:30"."""

import re
from datetime import time
from typing import cast

from runtime.settings.faults import At, Report
from runtime.settings.values import Period

PERIOD = 'a period such as "10:00-12:30" that opens before it closes'

_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_PERIOD = re.compile(rf"({_TIME})-({_TIME})")


def read_period(raw: object) -> Period:
    """The period that a text names; raises ValueError where it names none."""
    found = _PERIOD.fullmatch(raw) if isinstance(raw, str) else None
    if found is None or found[1] >= found[2]:
        raise ValueError(raw)
    return Period(time.fromisoformat(found[1]), time.fromisoformat(found[2]))


def without_overlap(periods: list[object], at: At, report: Report) -> list[object]:
    """The good periods in order of time; reports those that overlap with an earlier one."""
    numbered = sorted((cast("Period", each), index) for index, each in enumerate(periods) if each is not None)
    latest = None
    for period, index in numbered:
        if latest and period.opens < latest.closes:
            report((*at, index), text_of(period), f"a period that does not overlap with {text_of(latest)}")
        latest = max(latest or period, period, key=lambda each: each.closes)
    return [period for period, _ in numbered]


def text_of(period: Period) -> str:
    """The period as the branch file writes it."""
    return f"{period.opens:%H:%M}-{period.closes:%H:%M}"
