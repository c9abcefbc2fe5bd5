"""Putting a backup in the place of the database: as a database of its own, which every reader takes."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from runtime.files import settle
from runtime.settings.model import Settings
from upkeep.backup.copying import copy, read_only
from upkeep.backup.faults import BackupFault
from upkeep.backup.making import FOLDER, file_of, try_out
from wire.names import new_id
from wire.times import at_text

EVENTS_AHEAD = 1_000_000
"""By so much the count of events goes on above the backup's: more than were told since, so none is told twice."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done, for whoever did it."""

    days: int
    kept: Path | None
    """A backup of what was there before; None where that could not be read."""


def restore(file: Path, settings: Settings, folder: Path = FOLDER, *, is_day_given_up: bool = False) -> Restored:
    """Replace the database by a backup; the hub must be stopped.

    Raises:
        BackupFault: the backup is not good, the hub runs, or tickets of an open day would be lost.
    """
    database = file_of(settings)
    if database is None:
        raise BackupFault("hub.database is a server's; restore it with that server's own tools")
    try:
        try_out(file)
        kept = _put_aside(database, settings, folder, is_day_given_up=is_day_given_up) if database.exists() else None
        days = _put_back(file, database)
    except (OSError, sqlite3.Error) as fault:
        raise BackupFault(f"{file} could not be restored: {fault}") from fault
    return Restored(days, kept)


def _put_aside(database: Path, settings: Settings, folder: Path, *, is_day_given_up: bool) -> Path | None:
    """Close the old database for good, with a backup of it where it can still be read."""
    try:
        tickets = _living(database)
        _refuse_a_running_hub(database)
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError):
            raise
        return None
    if tickets and not is_day_given_up:
        raise BackupFault(f"the day is open, with {tickets} tickets that would be lost; close the day first")
    kept = folder / f"{settings.branch.id}-before-restore.db"
    folder.mkdir(parents=True, exist_ok=True, mode=0o750)
    copy(database, kept)
    return kept


def _living(database: Path) -> int:
    with closing(read_only(database)) as old:
        return int(old.execute("SELECT count(DISTINCT ticket_id) FROM facts").fetchone()[0])


def _refuse_a_running_hub(database: Path) -> None:
    with closing(sqlite3.connect(database, timeout=1, isolation_level=None)) as old:
        try:
            # SQLite gives up its log only for a connection that is alone.
            old.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as fault:
            raise BackupFault(f"{database} is in use; stop the hub first: systemctl stop beurt-hub") from fault


def _put_back(file: Path, database: Path) -> int:
    database.parent.mkdir(parents=True, exist_ok=True)
    part = database.with_name(f".{database.name}.restore")
    shutil.copyfile(file, part)
    part.chmod(0o640)
    with closing(sqlite3.connect(part)) as new:
        # Another epoch: within one, kiosks, displays and consoles drop what has a lower revision than the last.
        begun = {"epoch": new_id(), "now": at_text(datetime.now(UTC)), "ahead": EVENTS_AHEAD}
        new.execute(
            "UPDATE branch SET epoch = :epoch, revision = 0, event_sequence = event_sequence + :ahead,"
            " last_at = max(last_at, :now)",
            begun,
        )
        new.commit()
        days = int(new.execute("SELECT count(*) FROM days").fetchone()[0])
    owner = (database if database.exists() else database.parent).stat()
    os.chown(part, owner.st_uid, owner.st_gid)
    for left in ("-wal", "-shm", "-journal"):
        database.with_name(database.name + left).unlink(missing_ok=True)
    settle(part, database)
    return days
