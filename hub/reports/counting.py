"""Visit records counted by one of their fields, as a table."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from hub.reports.protection import Cell, protected
from wire.answers import Table

Row = Mapping[str, Any]
Period = Callable[[date], str]


def counted(
    table: tuple[str, str, str],
    rows: Iterable[Row],
    names: Mapping[str | None, str],
    period: Period,
    threshold: int | None,
) -> Table:
    """How often each value of a field occurs in each period; `table` is field, title and heading."""
    field, title, heading = table
    counts = Counter((period(row["date"]), row[field]) for row in rows)
    lines: list[tuple[Cell, ...]] = []
    for stretch in sorted({stretch for stretch, _ in counts}):
        values = sorted({value for where, value in counts if where == stretch}, key=lambda value: names.get(value, ""))
        cells = _cells([counts[stretch, value] for value in values], threshold)
        lines.extend(
            (stretch, names.get(value) or value or "", cell) for value, cell in zip(values, cells, strict=True)
        )
    return Table(id=field, title=title, columns=("Periode", heading, "Aantal"), rows=tuple(lines), note=note(threshold))


def note(threshold: int | None) -> str | None:
    """What a reader has to know of hidden numbers."""
    if threshold is None:
        return None
    hidden = f"Aantallen onder de {threshold} staan er als <{threshold}."
    return f"{hidden} Waar … staat, zou het getal zo'n klein aantal verraden."


def _cells(counts: list[int], threshold: int | None) -> list[Cell]:
    return list(counts) if threshold is None else protected(counts, threshold)
