"""The open day's exact figures, for staff."""

from collections.abc import Mapping, Sequence
from datetime import date

from hub.reports.counting import Row, exactly
from hub.reports.names import TOTALS
from hub.reports.report import drafts_of
from runtime.settings.model import Settings
from runtime.texts import mark
from wire.answers import Table


def day_sheet(totals: Sequence[Mapping[str, int]], records: Sequence[Row], settings: Settings) -> tuple[Table, ...]:
    """Totals, then the records counted by topic, outcome and what else there is; a day may have several parts."""
    lines = tuple((title, sum(part[name] for part in totals)) for name, title in TOTALS.items())
    first = Table(id="totals", title=mark("Vandaag"), columns=(mark("Wat"), mark("Aantal")), rows=lines)
    drafts = drafts_of(records, settings, date.isoformat)
    return (first, *map(exactly, drafts))
