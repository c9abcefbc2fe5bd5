"""Counting what the records hold, into tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from runtime.texts import mark
from wire.answers import Table

Row = Mapping[str, Any]
Period = Callable[[date], str]
Key = tuple[str, str, str | None]
"""Table, stretch of time, and what is counted."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A table with places for counts; each row is its words, then the keys of its counts."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Key, ...]], ...]
    counts: Mapping[Key, int]


def counted(
    table: tuple[str, str, str], records: Iterable[Row], names: Mapping[str | None, str], period: Period
) -> Draft:
    """How often each value of a field occurs in each stretch; `table` is field, title and heading."""
    field, title, heading = table
    counts: Counter[Key] = Counter()
    for record in records:
        counts[field, period(record["date"]), record[field]] += record.get("times", 1)
    order = in_order(names)
    keys = sorted(counts, key=lambda key: (key[1], order(key[2])))
    return Draft(
        id=field,
        title=title,
        columns=(mark("Periode"), heading, mark("Aantal")),
        rows=tuple(((key[1], name_of(names, key[2])), (key,)) for key in keys),
        counts=counts,
    )


def exactly(draft: Draft) -> Table:
    """The table with its counts as they are."""
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (*words, *(draft.counts[key] for key in keys)) for words, keys in draft.rows
    )
    return Table(id=draft.id, title=draft.title, columns=draft.columns, rows=rows)


def in_order(names: Mapping[str | None, str]) -> Callable[[str | None], tuple[bool, int, str]]:
    """How values are sorted: as their names are listed, then those without a name, and nothing at the end."""
    places = {value: place for place, value in enumerate(names)}
    return lambda value: (value is None, places.get(value, len(places)), value or "")


def name_of(names: Mapping[str | None, str], value: str | None) -> str:
    """What a value is called; one that the branch file no longer has keeps its id."""
    return names.get(value) or value or ""
