import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ledger_driver import LedgerDriver

from hub.storage.tables import METADATA
from upkeep.backup.copying import KEPT, check, copy
from upkeep.backup.faults import BackupFault

NUMBER = '"number":"{}"'


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


def a_closed_and_an_open_day(driver: LedgerDriver) -> list[dict[str, Any]]:
    """Two visits of a day that closed; of the day after, one visit and one who waits, whose tickets this returns."""
    driver.visit()
    driver.visit()
    driver.do("close-day")
    driver.wait(days=1)
    helped = driver.visit()
    return [helped, driver.take()]


def test_closed_days_are_in_it_and_nothing_of_a_living_ticket(driver: LedgerDriver, tmp_path: Path) -> None:
    living = a_closed_and_an_open_day(driver)
    copy(driver.database, tmp_path / "backup.db")
    assert rows(tmp_path / "backup.db", "SELECT helped FROM days") == [(2,)]
    assert len(rows(tmp_path / "backup.db", "SELECT * FROM visits")) == 2
    content = (tmp_path / "backup.db").read_bytes()
    before = b"".join(each.read_bytes() for each in driver.folder.glob("beurt.db*"))
    for ticket in living:
        assert ticket["ticket_id"].encode() in before
        assert ticket["ticket_id"].encode() not in content
        assert NUMBER.format(ticket["number"]).encode() not in content
    left = "SELECT request_id FROM requests UNION ALL SELECT kind FROM facts UNION ALL SELECT answer FROM day_answers"
    assert rows(tmp_path / "backup.db", left) == []


def test_each_table_of_the_hub_is_kept_or_holds_what_stays_at_home() -> None:
    at_home = {"facts", "requests", "day_answers"}
    assert set(METADATA.tables) - set(KEPT) == at_home


def test_only_its_owner_can_read_it_and_no_half_one_is_left(driver: LedgerDriver, tmp_path: Path) -> None:
    (tmp_path / ".backup.db.part").write_text("left by a power cut")
    copy(driver.database, tmp_path / "backup.db")
    assert (tmp_path / "backup.db").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / ".backup.db.part").exists()


def test_a_damaged_database_gives_no_backup_and_the_last_one_stays(driver: LedgerDriver, tmp_path: Path) -> None:
    out = tmp_path / "backup.db"
    copy(driver.database, out)
    before = out.read_bytes()
    driver.stop()
    with driver.database.open("r+b") as database:
        database.seek(4096)
        database.write(os.urandom(3 * 4096))
    with pytest.raises(BackupFault):
        copy(driver.database, out)
    assert out.read_bytes() == before
    assert not (tmp_path / ".backup.db.part").exists()


def test_a_database_with_a_living_day_is_no_backup(driver: LedgerDriver) -> None:
    a_closed_and_an_open_day(driver)
    with pytest.raises(BackupFault, match="living day, in day_answers, facts, requests"):
        check(driver.database)


@pytest.mark.parametrize("content", [b"", b"no database" * 1000])
def test_any_other_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(BackupFault):
        check(tmp_path / "file")


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(BackupFault, match="there is no database"):
        copy(tmp_path / "none.db", tmp_path / "backup.db")
    assert list(tmp_path.iterdir()) == []
