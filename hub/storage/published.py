"""What was published before, so that later figures do not give away what those hid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from hub.storage import tables


@dataclass(frozen=True, slots=True)
class Published:
    """The figures over a stretch of dates as they went out; the last date as far as it had closed."""

    first: date
    last: date
    closing: int
    body: bytes


def remember(connection: Connection, publications: Iterable[Published]) -> None:
    """Keep what goes out."""
    rows = [
        {"first": each.first, "last": each.last, "closing": each.closing, "body": each.body} for each in publications
    ]
    if rows:
        connection.execute(insert(tables.publications), rows)


def recall(connection: Connection, first: date, last: date) -> list[Published]:
    """What went out over stretches that share a date with this one, oldest first."""
    columns = tables.publications.c
    query = select(columns.first, columns.last, columns.closing, columns.body)
    touching = query.where(columns.first <= last, columns.last >= first).order_by(columns.id)
    return [Published(*row) for row in connection.execute(touching)]
