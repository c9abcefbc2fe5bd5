import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from firmware_config.image import card as cards
from firmware_config.image.card import Card, CardFault

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 - as shutil's own


def test_a_card_without_room_is_told_with_both_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(500_000_000, 400_000_000, 100_000_000))
    with pytest.raises(CardFault, match=r"has 100 MB free, and 221 MB is needed.*--offline"):
        Card(tmp_path).check_room(200_000_000, is_offline=True)
    with pytest.raises(CardFault, match=r"is needed\. Write Raspberry Pi OS"):
        Card(tmp_path).check_room(200_000_000, is_offline=False)


def test_a_card_that_reads_back_something_else_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from/file").write_bytes(b"x")
    monkeypatch.setattr(cards, "digest", lambda _file: "other")
    with pytest.raises(CardFault, match="take another card"):
        Card(tmp_path).copy(tmp_path / "from", "to", cards.tree(tmp_path / "from"))


def test_a_name_that_fat_cannot_hold_is_told_before_anything_is_copied(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    for name in ("a", "mosquitto_1:2.0_arm64.deb"):
        (tmp_path / "from" / name).write_bytes(b"x")
    with pytest.raises(CardFault, match="cannot hold a file with this name"):
        Card(tmp_path).copy(tmp_path / "from", "to", cards.tree(tmp_path / "from"))
    assert not (tmp_path / "to").exists()


def test_progress_is_told_in_tenths(tmp_path: Path) -> None:
    told: list[str] = []
    for number in range(20):
        (tmp_path / "from").mkdir(exist_ok=True)
        (tmp_path / f"from/{number}").write_bytes(b"x" * 1000)
    assert Card(tmp_path, told.append).copy(tmp_path / "from", "to", cards.tree(tmp_path / "from")) == 20_000
    assert len(told) == 10
    assert told[-1] == "  to: 100% of 0.0 MB"


def test_a_text_has_the_line_ends_that_the_box_reads(tmp_path: Path) -> None:
    Card(tmp_path).write("user-data", "one\ntwo\n")
    assert (tmp_path / "user-data").read_bytes() == b"one\ntwo\n"
