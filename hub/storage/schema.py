"""Bringing a database to the schema of this version."""

import logging
import os
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, column, inspect, select, table

from hub.storage import tables
from hub.storage.engine import open_engine
from hub.storage.failure import StorageFailed

HEAD = "0003"
"""The newest migration in hub/migrations/versions."""

log = logging.getLogger(__name__)


def migrate(connection: Connection) -> None:
    """Run the migrations that the database has not seen; Alembic is imported only when there are any.

    Raises:
        StorageFailed: a newer version made it, and says that this one cannot read it.
    """
    version = _version(connection)
    if version == HEAD:
        return
    if version and version > HEAD:
        if not _is_readable(connection):
            raise StorageFailed(f"a newer version made it (schema {version}; this one knows {HEAD})")
        log.warning("a newer version was here (schema %s); this one, of schema %s, reads it too", version, HEAD)
        return
    # Before the import, which tells of each of its parts.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    log.info("the database now has schema %s", HEAD)


def migrate_apart(database: str) -> None:
    """Migrate in a process that ends: what Alembic loads would stay in the memory of this one.

    Where that fails, nothing has changed, and who opens the database meets the reason.
    """
    child = os.fork()
    if not child:
        _migrate_and_end(database)
    os.waitpid(child, 0)


def _migrate_and_end(database: str) -> NoReturn:
    try:
        with open_engine(database).connect() as connection, connection.begin():
            migrate(connection)
    except Exception as trouble:  # noqa: BLE001 - the parent meets the same, and tells it
        log.debug("the migrations do not run: %s", trouble)
    finally:
        os._exit(0)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()


def _is_readable(connection: Connection) -> bool:
    if not inspect(connection).has_table(tables.readers.name):
        return False
    oldest = connection.execute(select(tables.readers.c.oldest)).scalar()
    return oldest is not None and oldest <= HEAD
