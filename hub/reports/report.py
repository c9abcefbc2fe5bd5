"""Figures over closed days, exact: for inside."""

from collections.abc import Iterable, Sequence
from functools import partial

from hub.reports import names
from hub.reports.counting import Draft, Key, Period, Row, counted, exactly
from hub.reports.periods import By, period_of
from hub.reports.titles import titles
from runtime.settings.model import Settings
from runtime.texts import mark
from wire.answers import Table
from wire.question_kinds import kinds


def report(days: Sequence[Row], records: Sequence[Row], by: By, settings: Settings) -> tuple[Table, ...]:
    """Totals by stretch of time, then the records counted by topic, outcome and what else there is."""
    period = partial(period_of, by=by)
    return tuple(map(exactly, (_totals(days, period), *drafts_of(records, settings, period))))


def drafts_of(records: Iterable[Row], settings: Settings, period: Period) -> tuple[Draft, ...]:
    """One table for each field of the records that says something."""
    of_kind = kinds(settings)
    records = [{**record, "kind": of_kind.get(record["topic"] or "", "other")} for record in records]
    return tuple(
        counted(
            (title.table, title.title, title.heading),
            (
                record
                for record in records
                if (record["outcome"] or not title.is_of_registered)
                and (record[title.table] or not title.is_of_filled_in)
            ),
            title.names,
            period,
        )
        for title in titles(settings)
    )


def _totals(days: Iterable[Row], period: Period) -> Draft:
    counts: dict[Key, int] = {}
    for day in days:
        for name in names.TOTALS:
            key = ("totals", period(day["date"]), name)
            counts[key] = counts.get(key, 0) + day[name]
    stretches = sorted({stretch for _, stretch, _ in counts})
    return Draft(
        id="totals",
        title=mark("Totalen"),
        columns=(mark("Periode"), *names.TOTALS.values()),
        rows=tuple(((stretch,), tuple(("totals", stretch, name) for name in names.TOTALS)) for stretch in stretches),
        counts=counts,
    )
