"""Statements of every commit, compiled once: what Core does for each execution takes longer than SQLite itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Update
from sqlalchemy.engine.interfaces import DBAPICursor

Row = Mapping[str, Any]


class Prepared:
    """One statement in the words of one database; its errors are the driver's own."""

    def __init__(self, statement: Insert | Update, names: Iterable[str], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        self._text = str(compiled)
        self._names = getattr(compiled, "positiontup", None)

    def execute(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Run it for each row, in the connection's transaction."""
        values: list[Any] = [tuple(row[name] for name in self._names) if self._names else row for row in rows]
        if not values:
            return
        cursor: DBAPICursor = connection.connection.cursor()
        try:
            cursor.executemany(self._text, values)
        finally:
            cursor.close()
