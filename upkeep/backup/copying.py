"""A copy of a hub's database with closed days only: what may be in it is copied, nothing is taken out afterwards."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from runtime.files import settle
from upkeep.backup.faults import BackupFault

KEPT = ("alembic_version", "readers", "branch", "visits", "days", "publications", "events")
"""The tables whose rows may leave the box; all others hold living tickets, and stay empty."""

BUSY_S = 30.0

_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_REST = "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL"


def copy(database: Path, out: Path) -> None:
    """Write a database's closed days to `out`, in one step, while the hub goes on; raises BackupFault."""
    part = out.with_name(f".{out.name}.part")
    with _told(database):
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            with closing(read_only(database)) as source, closing(sqlite3.connect(part)) as target:
                living = _copied(source, target)
            check(part, living)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        with part.open("rb") as written:
            os.fsync(written.fileno())
        settle(part, out)


def read_only(database: Path) -> sqlite3.Connection:
    """A database as it is at one moment."""
    if not database.exists():
        raise BackupFault(f"there is no database {database}; check hub.database in the branch file")
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_S, isolation_level=None)


def check(file: Path, living: Iterable[str] = ()) -> None:
    """Raise BackupFault unless a file is a sound database of closed days, without a word of these."""
    with _told(file), closing(read_only(file)) as backup:
        verdict = backup.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            raise BackupFault(f"{file} is damaged: {verdict}")
        tables = dict(backup.execute(_TABLES))
        if not set(KEPT) <= set(tables):
            raise BackupFault(f"{file} is no backup of Aan de beurt")
        full = [name for name in tables if name not in KEPT and _has_rows(backup, name)]
        if full:
            raise BackupFault(f"{file} holds rows of a living day, in {', '.join(full)}; it is no backup")
    content = file.read_bytes()
    if any(word.encode() in content for word in living):
        raise BackupFault(f"{file} names a ticket of the open day")


def _copied(source: sqlite3.Connection, target: sqlite3.Connection) -> list[str]:
    """Fill the target; what must not be in it."""
    source.execute("BEGIN")
    verdict = source.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise BackupFault(f"the database is damaged: {verdict}; put back the last backup with `beurt restore`")
    tables = dict(source.execute(_TABLES))
    for name, sql in tables.items():
        target.execute(sql)
        if name in KEPT:
            _copy_rows(source, target, name)
    for (sql,) in source.execute(_REST):
        target.execute(sql)
    target.commit()
    living = "SELECT DISTINCT ticket_id FROM facts WHERE ticket_id IS NOT NULL"
    return [ticket_id for (ticket_id,) in source.execute(living)]


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    rows = source.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - one of KEPT
    places = ", ".join("?" * len(rows.description))
    target.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608 - one of KEPT


def _has_rows(database: sqlite3.Connection, table: str) -> bool:
    quoted = table.replace('"', '""')
    return database.execute(f'SELECT 1 FROM "{quoted}" LIMIT 1').fetchone() is not None  # noqa: S608 - its own name


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        raise BackupFault(f"{file} cannot be copied or read: {fault}") from fault
