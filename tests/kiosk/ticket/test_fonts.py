from pathlib import Path

import pytest

from kiosk.ticket import fonts
from kiosk.ticket.fonts import ARABIC, ETHIOPIC, SANS, CannotDrawError, Run, font, runs


def test_letters_that_a_face_lacks_come_from_another() -> None:
    assert runs("رقم B27", "ar") == [Run(ARABIC, "رقم "), Run(SANS, "B27")]
    assert runs("ቁጽሪ 7", "ti") == [Run(ETHIOPIC, "ቁጽሪ 7")]
    assert runs("Ваш номер", "uk") == [Run(SANS, "Ваш номер")]


def test_an_arabic_line_keeps_its_figures_in_one_run() -> None:
    assert runs("3 أشخاص قبلك.", "ar") == [Run(ARABIC, "3 أشخاص قبلك.")]


def test_letters_that_no_face_has_go_with_the_first() -> None:
    assert [run.face for run in runs("\U00013000", "nl")] == [SANS]


def test_a_missing_font_names_its_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    font.cache_clear()
    with pytest.raises(CannotDrawError, match="fonts-sil-abyssinica"):
        font(ETHIOPIC, 25)
    font.cache_clear()
