from datetime import date
from pathlib import Path

from console.figures.ticks import Ticks

DAY = date(2026, 11, 22)


def test_a_tick_stays_over_a_restart_and_can_be_taken_away(tmp_path: Path) -> None:
    Ticks(tmp_path / "new", "proef").turn(DAY)
    again = Ticks(tmp_path / "new", "proef")
    assert again.has(DAY)
    again.turn(DAY)
    assert not Ticks(tmp_path / "new", "proef").has(DAY)


def test_a_damaged_file_is_as_if_nothing_was_copied(tmp_path: Path) -> None:
    (tmp_path / "proef.copied.json").write_text("{")
    assert not Ticks(tmp_path, "proef").has(DAY)


def test_where_nothing_can_be_kept_the_tick_lasts_as_long_as_the_console(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ticks = Ticks(tmp_path / "file", "proef")
    ticks.turn(DAY)
    assert ticks.has(DAY)
