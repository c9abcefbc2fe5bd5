from pathlib import Path

import pytest

from kiosk.ticket import fonts
from kiosk.ticket.fonts import ARABIC, ETHIOPIC, SANS, CannotDrawError, Run, font, runs


def test_letters_that_a_face_lacks_come_from_another() -> None:
    assert runs("رقم B27", "ar") == [Run(SANS, "B27", 2), Run(ARABIC, "رقم ", 1)]
    assert runs("ቁጽሪ 7", "ti") == [Run(ETHIOPIC, "ቁጽሪ 7")]
    assert runs("Ваш номер", "uk") == [Run(SANS, "Ваш номер")]


def test_an_arabic_line_is_in_the_order_in_which_it_is_drawn() -> None:
    assert [(run.text, run.direction) for run in runs("شباك (A42).", "ar")] == [
        (").", "rtl"),
        ("A42", "ltr"),
        ("(", "rtl"),
        ("شباك ", "rtl"),
    ]


def test_a_line_is_ordered_as_its_whole_paragraph_says() -> None:
    assert [run.text for run in runs("website) تجد", "ar", "DigiD (app, ")] == [" تجد", "website)"]


def test_dutch_on_an_arabic_ticket_is_written_from_left_to_right() -> None:
    assert runs("Eén balie!", "ar") == [Run(SANS, "Eén balie!")]


def test_letters_that_no_face_has_go_with_the_first() -> None:
    assert [run.face for run in runs("\U00013000", "nl")] == [SANS]


def test_a_missing_font_names_its_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    font.cache_clear()
    with pytest.raises(CannotDrawError, match="fonts-sil-abyssinica"):
        font(ETHIOPIC, 25)
    font.cache_clear()
