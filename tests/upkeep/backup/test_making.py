import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from ledger_driver import LedgerDriver
from msgspec.structs import replace

from upkeep.backup.faults import BackupFault
from upkeep.backup.making import KEPT, back_up, try_out
from upkeep.command_line import backup


def dated(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.glob("proef-*.db"))


def test_it_leaves_a_backup_for_each_date_and_word_of_the_last(driver: LedgerDriver, tmp_path: Path) -> None:
    made = back_up(driver.settings, tmp_path / "backups")
    again = back_up(driver.settings, tmp_path / "backups")
    assert made == again == tmp_path / "backups" / f"proef-{datetime.now(UTC).date()}.db"
    word = json.loads((tmp_path / "backups" / "last.json").read_text())
    assert word == {"at": word["at"], "file": made.name, "trouble": None}
    assert datetime.fromisoformat(word["at"]).tzinfo is not None


def test_the_newest_fourteen_are_kept_and_nothing_of_others_is_touched(driver: LedgerDriver, tmp_path: Path) -> None:
    for day in range(1, 21):
        (tmp_path / f"proef-2025-01-{day:02}.db").touch()
    (tmp_path / "proef-noord-2025-01-01.db").touch()
    (tmp_path / "mine.txt").touch()
    back_up(driver.settings, tmp_path)
    assert len([name for name in dated(tmp_path) if not name.startswith("proef-noord")]) == KEPT
    assert dated(tmp_path)[0] == "proef-2025-01-08.db"
    assert (tmp_path / "mine.txt").exists()
    assert (tmp_path / "proef-noord-2025-01-01.db").exists()


def test_trouble_is_told_to_the_doctor_too(driver: LedgerDriver, tmp_path: Path) -> None:
    hub = replace(driver.settings.hub, database=f"sqlite:///{tmp_path}/none.db")
    with pytest.raises(BackupFault):
        back_up(replace(driver.settings, hub=hub), tmp_path)
    word = json.loads((tmp_path / "last.json").read_text())
    assert word["file"] is None
    assert "there is no database" in word["trouble"]


def test_a_server_keeps_its_own_backups(driver: LedgerDriver, tmp_path: Path) -> None:
    hub = replace(driver.settings.hub, database="postgresql+psycopg://beurt@db/beurt")
    assert back_up(replace(driver.settings, hub=hub), tmp_path) is None
    assert list(tmp_path.glob("proef-*")) == []


def test_a_backup_that_a_newer_version_made_is_told_of(driver: LedgerDriver, tmp_path: Path) -> None:
    made = back_up(driver.settings, tmp_path)
    assert made is not None
    with closing(sqlite3.connect(made)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.execute("UPDATE readers SET oldest = '9999'")
        database.commit()
    with pytest.raises(BackupFault, match="newer version"):
        try_out(made)


def test_the_command_says_where_it_is(driver: LedgerDriver, tmp_path: Path) -> None:
    config = str(driver.folder / "branch.toml")
    done = CliRunner().invoke(backup, ["--config", config, "--folder", str(tmp_path / "b")], catch_exceptions=False)
    assert done.exit_code == 0
    assert Path(done.output.strip()).exists()
