from pathlib import Path

import pytest

from kiosk.printer.roll import LAST_MM, NARROW_ROLL_MM, SAVED_EVERY_MM, WIDE_ROLL_MM, Roll


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "roll.json"


@pytest.mark.parametrize(("width_dots", "length_mm"), [(384, NARROW_ROLL_MM), (512, WIDE_ROLL_MM), (576, WIDE_ROLL_MM)])
def test_a_roll_is_low_when_its_last_metres_begin(width_dots: int, length_mm: int) -> None:
    roll = Roll(width_dots)
    roll.use(length_mm - LAST_MM)
    assert not roll.is_low
    roll.use(1)
    assert roll.is_low


def test_paper_that_comes_after_there_was_none_is_a_new_roll() -> None:
    roll = Roll(576)
    roll.use(WIDE_ROLL_MM)
    roll.see(is_out=True)
    assert roll.is_low
    roll.see(is_out=False)
    assert (roll.used_mm, roll.is_low) == (0, False)


def test_a_roll_that_goes_on_being_there_is_the_same_roll() -> None:
    roll = Roll(576)
    roll.use(100)
    roll.see(is_out=False)
    assert roll.used_mm == 100


def test_a_new_roll_can_be_told() -> None:
    roll = Roll(384)
    roll.use(NARROW_ROLL_MM)
    roll.replace()
    assert not roll.is_low


def test_the_count_goes_on_after_a_restart(file: Path) -> None:
    roll = Roll(576, file)
    roll.use(750)
    roll.save()
    assert Roll(576, file).used_mm == 750


def test_the_card_is_written_once_a_metre_not_once_a_ticket(file: Path) -> None:
    roll = Roll(576, file)
    roll.use(SAVED_EVERY_MM - 1)
    assert not file.exists()
    roll.use(1)
    assert file.exists()


def test_paper_that_ended_before_a_restart_and_is_there_after_it_is_a_new_roll(file: Path) -> None:
    roll = Roll(576, file)
    roll.use(5000)
    roll.see(is_out=True)
    after = Roll(576, file)
    assert after.used_mm == 5000
    after.see(is_out=False)
    assert Roll(576, file).used_mm == 0


@pytest.mark.parametrize("text", ["", "{", '{"mm": "much"}', '{"mm": -5}', '{"mm": 1e300}', "[" * 5000])
def test_a_file_that_says_nothing_sensible_counts_as_a_full_roll(file: Path, text: str) -> None:
    file.write_text(text)
    assert Roll(576, file).used_mm == 0


def test_a_folder_that_cannot_be_written_is_told_and_counting_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    roll = Roll(576, tmp_path / "nowhere" / "roll.json")
    roll.use(2000)
    assert roll.used_mm == 2000
    assert "cannot note how much paper is used" in caplog.text
