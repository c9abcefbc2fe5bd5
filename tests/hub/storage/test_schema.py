from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from hub.storage import schema
from hub.storage.engine import open_engine
from hub.storage.tables import METADATA

MIGRATIONS = Path(schema.__file__).parents[1] / "migrations"


def test_the_migrations_lead_to_the_tables_that_the_hub_uses(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/new.db")
    with engine.connect() as connection:
        schema.migrate(connection)
        connection.commit()
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        connection.close()
    engine.dispose()


def test_the_newest_migration_is_the_one_that_the_hub_looks_for() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == schema.HEAD


def test_a_database_that_is_up_to_date_is_left_alone(empty_database: Path) -> None:
    before = empty_database.read_bytes()
    engine = open_engine(f"sqlite:///{empty_database}")
    with engine.connect() as connection:
        schema.migrate(connection)
    connection.close()
    engine.dispose()
    assert empty_database.read_bytes() == before


def test_a_database_of_the_first_schema_keeps_its_days(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/old.db")
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO days VALUES ('2026-11-22', 6, 1, 3, 2, 0, 2)")
        schema.migrate(connection)
        assert connection.exec_driver_sql("SELECT * FROM days").all() == [("2026-11-22", 6, 1, 3, 2, 0, 2, 1)]
        connection.close()
    engine.dispose()
