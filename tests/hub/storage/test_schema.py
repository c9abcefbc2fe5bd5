import ast
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_driver import LedgerDriver

from hub.storage import schema
from hub.storage.engine import open_engine
from hub.storage.failure import StorageFailed
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


ADDING = {"create_table", "add_column", "create_index", "execute"}


def operations(migration: Path) -> list[ast.Call]:
    calls = [node for node in ast.walk(ast.parse(migration.read_text())) if isinstance(node, ast.Call)]
    return [
        call
        for call in calls
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "op"
    ]


def leaves_no_room(call: ast.Call) -> bool:
    """Whether a column that is added must be filled in by code that does not know it."""
    words = {
        keyword.arg: keyword.value
        for inner in ast.walk(call)
        if isinstance(inner, ast.Call)
        for keyword in inner.keywords
    }
    nullable = words.get("nullable")
    return "server_default" not in words and isinstance(nullable, ast.Constant) and nullable.value is False


@pytest.mark.parametrize("migration", sorted((MIGRATIONS / "versions").glob("*.py"))[2:], ids=lambda path: path.stem)
def test_a_migration_only_adds_so_that_the_version_before_can_go_on(migration: Path) -> None:
    for call in operations(migration):
        assert isinstance(call.func, ast.Attribute)
        assert call.func.attr in ADDING, f"{migration.name}: {ast.unparse(call)} takes something away"
        if call.func.attr == "add_column":
            assert not leaves_no_room(call), f"{migration.name}: {ast.unparse(call)} needs a server_default"
        if call.func.attr == "execute":
            assert "readers" in ast.unparse(call), f"{migration.name}: {ast.unparse(call)} changes rows"


def changed_by_a_newer_version(database: Path, oldest_reader: str) -> None:
    with closing(sqlite3.connect(database)) as newer:
        names = [name for (name,) in newer.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in set(names) - {"alembic_version", "readers"}:
            newer.execute(f"ALTER TABLE {name} ADD COLUMN of_a_newer_version TEXT NOT NULL DEFAULT 'new'")
        newer.execute("CREATE TABLE newer (id INTEGER PRIMARY KEY)")
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
        newer.execute("UPDATE readers SET oldest = ?", (oldest_reader,))
        newer.commit()


def test_a_database_of_a_newer_version_is_gone_on_with_where_that_says_so(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.take()
    ledger.stop()
    changed_by_a_newer_version(ledger.database, schema.HEAD)
    ledger.start()
    assert ledger.take()["number"] == "3"
    ledger.visit()
    ledger.do("close-day")
    assert ledger.rows("SELECT taken, of_a_newer_version FROM days") == [(4, "new")]


def test_a_database_that_only_newer_versions_can_read_is_left_alone(ledger: LedgerDriver) -> None:
    ledger.stop()
    changed_by_a_newer_version(ledger.database, "0998")
    with pytest.raises(StorageFailed, match="a newer version made it"):
        ledger.start()
