"""Bringing a database to the schema of this version."""

import logging
from pathlib import Path

from sqlalchemy import Connection, inspect, text

HEAD = "0001"
"""The newest migration in hub/migrations/versions."""

log = logging.getLogger(__name__)


def migrate(connection: Connection) -> None:
    """Run the migrations that the database has not seen; Alembic is imported only when there are any."""
    if _version(connection) == HEAD:
        return
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    log.info("the database now has schema %s", HEAD)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
