"""Figures over closed days: exact for inside, protected for outside."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from hub.reports import names
from hub.reports.counting import Period, Row, counted, note
from hub.reports.periods import By, period_of
from hub.reports.protection import Cell, protected
from runtime.settings.model import Settings
from runtime.texts import mark
from wire.answers import Table

TOTALS: Mapping[str, str] = {
    "taken": mark("Nummers gegeven"),
    "helped": mark("Bezoeken"),
    "unregistered": mark("Bezoeken niet ingevuld"),
    "did_not_come": mark("Niet gekomen"),
    "nobody_there": mark("Niet meer geroepen"),
    "withdrawn": mark("Zelf gestopt"),
}


def report(days: list[Any], visits: list[Any], by: By, settings: Settings, *, is_public: bool) -> tuple[Table, ...]:
    """Totals by period, then the records counted by topic, outcome and what else there is."""
    threshold = settings.reports.threshold if is_public else None
    period = partial(period_of, by=by)
    rows = [visit._mapping for visit in visits]  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return (_totals(days, period, threshold), *counts_of(rows, settings, period, threshold))


def counts_of(rows: Iterable[Row], settings: Settings, period: Period, threshold: int | None) -> tuple[Table, ...]:
    """One table for each field of the records that says something."""
    rows = list(rows)
    registered = [row for row in rows if row["outcome"]]
    topics = names.topics(settings)
    organisations, partners = names.organisations(settings), names.partners(settings)
    referred = [row for row in registered if row["referred_to"]]
    return (
        counted(("topic", "Onderwerpen", "Onderwerp"), rows, topics, period, threshold),
        counted(("outcome", "Uitkomsten", "Uitkomst"), rows, names.OUTCOMES, period, threshold),
        counted(("organisation", "Organisaties", "Organisatie"), registered, organisations, period, threshold),
        counted(("referred_to", "Doorverwezen naar", "Partner"), referred, partners, period, threshold),
        counted(("need", "Wat nodig was", "Behoefte"), registered, names.NEEDS, period, threshold),
        counted(("channel", "Hoe het ging", "Kanaal"), rows, names.CHANNELS, period, threshold),
        counted(("part_of_day", "Delen van de dag", "Deel"), rows, names.PARTS, period, threshold),
    )


def _totals(days: list[Any], period: Period, threshold: int | None) -> Table:
    sums: dict[str, dict[str, int]] = {}
    for day in days:
        total = sums.setdefault(period(day.date), dict.fromkeys(TOTALS, 0))
        for name in TOTALS:
            total[name] += getattr(day, name)
    rows = tuple((stretch, *_cells(list(total.values()), threshold)) for stretch, total in sorted(sums.items()))
    columns = ("Periode", *TOTALS.values())
    return Table(id="totals", title="Totalen", columns=columns, rows=rows, note=note(threshold))


def _cells(counts: list[int], threshold: int | None) -> list[Cell]:
    return list(counts) if threshold is None else protected(counts, threshold)
