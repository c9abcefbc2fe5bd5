import io
from pathlib import Path

import pytest

from pairing.code import LETTERS
from pairing.screen import WIDTH, Screen, large

ROWS = 25
FINGERPRINT = " ".join(f"{number:04X}" for number in range(0xA000, 0xA010))


def test_every_letter_looks_different_and_three_fit_beside_each_other() -> None:
    assert len({large(letter) for letter in LETTERS}) == len(LETTERS)
    assert max(len(row) for row in large("WWW")) <= WIDTH
    assert all(large(letter) for letter in LETTERS)


@pytest.mark.parametrize(
    ("fingerprint", "trouble"), [("", ""), (FINGERPRINT, ""), (FINGERPRINT, "de computer antwoordt niet")]
)
def test_all_of_it_fits_on_the_smallest_text_screen(tmp_path: Path, fingerprint: str, trouble: str) -> None:
    tty, log = tmp_path / "tty", io.StringIO()
    tty.touch()
    Screen(tty, log).code("WMQWMQ".replace("Q", "N"), fingerprint, trouble)
    rows = tty.read_text().splitlines()
    assert len(rows) <= ROWS
    assert max(len(row.replace("\x1b[2J\x1b[H\x1b[?25l", "")) for row in rows) <= WIDTH + 2
    assert ("A000 A001 A002 A003" in tty.read_text()) == bool(fingerprint)
    assert "WMN" not in log.getvalue()
    assert trouble in log.getvalue()


def test_without_a_screen_there_is_the_log(tmp_path: Path) -> None:
    log = io.StringIO()
    Screen(tmp_path / "nothing", log).done("kiosk-1")
    assert log.getvalue() == "paired as kiosk-1\n"
