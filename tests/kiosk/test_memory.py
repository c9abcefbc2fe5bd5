from __future__ import annotations

import os
import stat
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.memory import Memory, boot_id
from kiosk.spare import Spare, SpareBook
from kiosk.underway import UnderWay
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from pathlib import Path

SPARE = Spare(
    number="Z1",
    request_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11",
    instead_of="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c12",
    topic="brief",
    language="en",
    boot_id="boot",
    taken_up_s=12.5,
    taken_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
)
BOOK = SpareBook(day=date(2026, 11, 21), given=1, waiting=(SPARE,))
UNDER_WAY = UnderWay(
    request=TakeTicket(request_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11", device="kiosk-1", topic="brief"),
    is_large=True,
    boot_id="boot",
    since_up_s=12.5,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


def new(folder: Path) -> Memory:
    return Memory(folder, "hengelo", "kiosk-1")


def test_what_is_kept_is_there_after_a_restart(folder: Path) -> None:
    assert new(folder).keep_spares(BOOK)
    new(folder).remember(UNDER_WAY)
    assert new(folder).spares() == BOOK
    assert new(folder).under_way() == UNDER_WAY


def test_at_first_there_is_nothing(folder: Path) -> None:
    assert new(folder).spares() == SpareBook()
    assert new(folder).under_way() is None


def test_what_is_over_is_forgotten(folder: Path) -> None:
    memory = new(folder)
    memory.remember(UNDER_WAY)
    memory.remember(None)
    memory.remember(None)
    assert memory.under_way() is None


def test_kiosks_and_branches_do_not_share_their_files(folder: Path) -> None:
    new(folder).keep_spares(BOOK)
    assert Memory(folder, "hengelo", "kiosk-2").spares() == SpareBook()
    assert Memory(folder, "borne", "kiosk-1").spares() == SpareBook()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"given": "veel"}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_the_kiosk_goes_on(
    folder: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    memory = new(folder)
    (folder / "hengelo.kiosk-1.spares.json").write_bytes(content)
    assert memory.spares() == SpareBook()
    assert [file.read_bytes() for file in folder.glob("*.faulty")] == [content]
    assert "set aside" in caplog.text


def test_a_disk_that_takes_nothing_is_told_and_no_spare_number_counts_as_kept(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    memory = new(folder)
    (folder / ".hengelo.kiosk-1.spares.json.part").mkdir()
    assert not memory.keep_spares(BOOK)
    assert "cannot keep spare numbers" in caplog.text


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "state", "hengelo", "kiosk-1")
    assert "no spare numbers" in caplog.text
    assert not memory.keep_spares(BOOK)
    memory.remember(UNDER_WAY)


def test_nothing_half_written_is_left(folder: Path) -> None:
    memory = new(folder)
    memory.keep_spares(BOOK)
    memory.remember(UNDER_WAY)
    assert sorted(file.suffix for file in folder.iterdir()) == [".json", ".json"]
    assert all(stat.S_ISREG(file.stat().st_mode) for file in folder.iterdir())


def test_the_start_of_the_machine_has_one_name() -> None:
    assert boot_id() == boot_id() != ""


def test_what_was_set_aside_goes_after_a_day(folder: Path) -> None:
    folder.mkdir()
    for name, age_s in (("old.faulty", 25 * 3600), ("new.faulty", 3600)):
        (folder / name).touch()
        os.utime(folder / name, (time.time() - age_s,) * 2)
    new(folder)
    assert [file.name for file in folder.iterdir()] == ["new.faulty"]
