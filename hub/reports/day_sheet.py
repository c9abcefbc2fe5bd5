"""The open day's exact figures, for staff."""

from collections.abc import Mapping, Sequence
from datetime import date

from hub.reports.counting import Row
from hub.reports.report import TOTALS, counts_of
from runtime.settings.model import Settings
from wire.answers import Table


def day_sheet(totals: Mapping[str, int], rows: Sequence[Row], settings: Settings) -> tuple[Table, ...]:
    """Totals, then the records counted by topic, outcome and what else there is."""
    lines = tuple((title, totals[name]) for name, title in TOTALS.items())
    first = Table(id="totals", title="Vandaag", columns=("Wat", "Aantal"), rows=lines)
    return (first, *counts_of(rows, settings, _today, None))


def _today(day: date) -> str:
    return day.isoformat()
