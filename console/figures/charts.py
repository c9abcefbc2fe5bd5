"""Bars beside a table: drawn as SVG without a style of their own, so that the page's policy lets them through."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from wire.answers import Table

ROW: Final = 52
"""A label, and below it its bar: so the words are as large on a telephone and on paper as on a desk."""
BARS: Final = 330
NUMBER: Final = 60
WIDTH: Final = BARS + NUMBER


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the chart's own units; a hidden count has a text and no length."""

    label: str
    text: str
    y: int
    length: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars of a table, and what stands above them."""

    title: str
    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH


def chart_of(table: Table) -> Chart | None:
    """A bar for each row, if there are several; several stretches are added up, unless hidden counts stand in them."""
    periods = {row[0] for row in table.rows} if len(table.columns) > 2 else set()  # noqa: PLR2004 - without a period
    values = [row[-2:] for row in table.rows]
    if table.id == "totals" or len(values) < 2:  # noqa: PLR2004 - one bar shows nothing
        return None
    if len(periods) > 1 and not all(isinstance(count, int) for _, count in values):
        return None
    sums: Counter[str] = Counter()
    hidden = {str(label): count for label, count in values if isinstance(count, str)}
    for label, count in values:
        sums[str(label)] += count if isinstance(count, int) else 0
    most = max(sums.values(), default=0) or 1
    bars = tuple(
        Bar(label, str(hidden.get(label, count)), place * ROW, round(count / most * BARS))
        for place, (label, count) in enumerate(sums.items())
    )
    return Chart(table.title, bars, len(bars) * ROW + 4)
