"""The daily backup: a copy for each date, the newest fourteen, each put back on trial before it counts."""

import re
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url, select
from sqlalchemy.exc import SQLAlchemyError

from hub.storage import tables
from hub.storage.engine import open_engine
from hub.storage.failure import StorageFailed
from hub.storage.schema import migrate
from runtime.settings.model import Settings
from upkeep.backup.copying import check, copy
from upkeep.backup.faults import BackupFault
from upkeep.files import tell

FOLDER = Path("/var/backups/beurt")
WORD = "last.json"
KEPT = 14
MOST_BYTES = 512 * 1024 * 1024

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}\.db")


def back_up(settings: Settings, folder: Path = FOLDER) -> Path | None:
    """Make today's backup and leave word of it; None where the database is not a file. Raises BackupFault."""
    now = datetime.now(UTC)
    at = now.isoformat(timespec="seconds")
    try:
        database = file_of(settings)
        if database is None:
            return None
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        made = folder / f"{settings.branch.id}-{now.date()}.db"
        copy(database, made)
        try_out(made)
        _drop_old(folder, settings.branch.id)
    except BackupFault as fault:
        _leave_word(folder, {"at": at, "file": None, "trouble": str(fault)})
        raise
    except OSError as fault:
        raise BackupFault(f"{folder} cannot be written: {fault}") from fault
    _leave_word(folder, {"at": at, "file": made.name, "trouble": None})
    return made


def file_of(settings: Settings) -> Path | None:
    """The file of the hub's database; None where another program keeps it."""
    url = make_url(settings.hub.database)
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def try_out(file: Path) -> None:
    """Put a backup back beside the living database, and open it as the hub would; raises BackupFault."""
    if file.stat().st_size > MOST_BYTES:
        raise BackupFault(f"{file} is larger than {MOST_BYTES} bytes; that is no branch's database")
    check(file)
    with tempfile.TemporaryDirectory(prefix="beurt-backup-") as place:
        trial = Path(shutil.copyfile(file, Path(place) / "trial.db"))
        try:
            _open_as_the_hub_would(f"sqlite:///{trial}")
        except (StorageFailed, SQLAlchemyError) as fault:
            raise BackupFault(f"{file} cannot be put back: {fault}") from fault


def _open_as_the_hub_would(database: str) -> None:
    engine = open_engine(database)
    try:
        with engine.connect() as connection, connection.begin():
            migrate(connection)
            connection.execute(select(tables.branch)).one()
            connection.execute(select(tables.days).limit(1)).all()
    finally:
        engine.dispose()


def _drop_old(folder: Path, branch: str) -> None:
    dated = sorted(each for each in folder.glob(f"{branch}-*.db") if _DATED.fullmatch(each.name.removeprefix(branch)))
    for each in dated[:-KEPT]:
        each.unlink()


def _leave_word(folder: Path, facts: dict[str, str | None]) -> None:
    try:
        tell(folder / WORD, facts, 0o640)
    except OSError as fault:
        raise BackupFault(
            f"{folder} cannot be written: {fault}; {facts['trouble'] or 'the backup was made'}"
        ) from fault
