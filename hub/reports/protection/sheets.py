"""A published sheet: the figures over one stretch of dates as they went out, and what they claim."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

import msgspec

from hub.reports.protection.hiding import ROUNDED_TO, WHAT_IS_HIDDEN_FOR_ANOTHER
from hub.reports.protection.items import Cell
from hub.storage.published import Published

Bounds = tuple[int, int | None]
"""The least and the most that a count can be, by what is said of it; None: no most."""

Atom = tuple[date, int]
"""A date, and the how manyth closing of it: the smallest stretch that there are figures of."""

NOT_SAID: Final = WHAT_IS_HIDDEN_FOR_ANOTHER


class Stretch(NamedTuple):
    """Figures from a date to another one, that one as far as it had closed."""

    first: date
    last: date
    closing: int

    def covers(self, atom: Atom) -> bool:
        """Whether figures over this stretch hold what was counted then."""
        return self.first <= atom[0] and atom <= (self.last, self.closing)


class Sheet(msgspec.Struct, kw_only=True):
    """What each cell shows; one that is not there is nought, but in a table that is `blank` it was not said."""

    threshold: int
    cells: dict[str, dict[str, int | str]]
    blank: list[str] = []

    def shown(self, cell: Cell) -> int | str:
        """What stands in a cell."""
        table, value = cell
        otherwise: int | str = NOT_SAID if table in self.blank else 0
        return self.cells.get(table, {}).get(value or "", otherwise)

    def bounds(self, cell: Cell) -> Bounds:
        """What somebody who reads that cell knows of the count."""
        shown = self.shown(cell)
        if shown == NOT_SAID:
            return 0, None
        if isinstance(shown, str):
            return 1, self.threshold - 1
        if shown == 0:
            return 0, 0
        return max(self.threshold, shown - ROUNDED_TO // 2), shown + ROUNDED_TO // 2

    def hidden(self) -> Iterator[Cell]:
        """The cells of which the count is not told."""
        for table, row in self.cells.items():
            yield from ((table, value or None) for value, shown in row.items() if isinstance(shown, str))


def packed(stretch: Stretch, sheet: Sheet) -> Published:
    """The sheet as the database keeps it."""
    return Published(stretch.first, stretch.last, stretch.closing, msgspec.json.encode(sheet))


def unpacked(published: Published) -> tuple[Stretch, Sheet]:
    """The sheet as it went out."""
    sheet = msgspec.json.decode(published.body, type=Sheet)
    return Stretch(published.first, published.last, published.closing), sheet


def claims(sheet: Sheet, values: Mapping[str, frozenset[str | None]]) -> dict[Cell, Bounds]:
    """All that the sheet says of counts."""
    cells = ((table, value) for table, all_values in values.items() for value in all_values)
    return {cell: sheet.bounds(cell) for cell in cells}
