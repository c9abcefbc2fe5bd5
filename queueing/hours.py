"""Opening hours and the day: pure arithmetic on a weekly timetable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_TURNS_AFTER = timedelta(hours=4)
LOOK_AHEAD_DAYS = 370


@dataclass(frozen=True, slots=True)
class Period:
    """From opening to closing on one day, in local time."""

    opens: time
    closes: time


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """The day that `at` belongs to: it runs from 04:00 to 04:00, local time."""
    return (at.astimezone(zone).replace(tzinfo=None) - DAY_TURNS_AFTER).date()


@dataclass(frozen=True, slots=True)
class Timetable:
    """Weekly periods, keyed by weekday (0 is Monday), with days on which nothing opens."""

    zone: ZoneInfo
    week: Mapping[int, tuple[Period, ...]]
    closed_on: frozenset[date] = frozenset()

    def periods_on(self, day: date) -> tuple[Period, ...]:
        """The periods of one calendar day, in order; empty when closed."""
        return () if day in self.closed_on else self.week.get(day.weekday(), ())

    def periods_today(self, at: datetime) -> tuple[Period, ...]:
        """The periods of the calendar day of `at`."""
        return self.periods_on(at.astimezone(self.zone).date())

    def current(self, at: datetime) -> tuple[datetime, datetime] | None:
        """The opening and closing around `at`, if any."""
        return next((span for span in self._spans(at, days=1) if span[0] <= at < span[1]), None)

    def is_open(self, at: datetime) -> bool:
        """Whether `at` falls within a period."""
        return self.current(at) is not None

    def next_opening(self, at: datetime) -> datetime | None:
        """The first opening after `at`, looking about a year ahead."""
        return next((opens for opens, _ in self._spans(at, days=LOOK_AHEAD_DAYS) if opens > at), None)

    def next_boundary(self, at: datetime) -> datetime | None:
        """The first opening or closing after `at`."""
        now = self.current(at)
        return now[1] if now else self.next_opening(at)

    def _spans(self, at: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
        today = at.astimezone(self.zone).date()
        for offset in range(days):
            day = today + timedelta(days=offset)
            for period in self.periods_on(day):
                yield self._moment(day, period.opens), self._moment(day, period.closes)

    def _moment(self, day: date, local: time) -> datetime:
        return datetime.combine(day, local, self.zone).astimezone(ZoneInfo("UTC"))
