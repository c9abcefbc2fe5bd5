import pytest

from screenkit.pieces import is_plain, pieces
from screenkit.type import FOLDER, font_file

NOTO = {"Arabic": "NotoSansArabic", "Ethiopic": "NotoSansEthiopic"}


def cut(text: str, language: str) -> list[tuple[str, str, str]]:
    """The pieces from left to right: text, script of the font, direction."""
    files = {str(FOLDER / f"{family}-Regular.ttf"): script for script, family in NOTO.items()}
    files[font_file("regular")] = "Latin"
    return [(piece.text, files[piece.file], piece.direction) for piece in pieces(text, language, "regular")]


def test_an_arabic_line_is_cut_where_its_font_or_its_direction_changes() -> None:
    assert cut("رقمك A42 الآن", "ar") == [
        (" الآن", "Arabic", "rtl"),
        ("A42", "Latin", "ltr"),
        ("رقمك ", "Arabic", "rtl"),
    ]
    assert cut("لا (1)", "ar") == [
        (")", "Latin", "rtl"),
        ("1", "Arabic", "ltr"),
        ("(", "Latin", "rtl"),
        ("لا ", "Arabic", "rtl"),
    ]


def test_a_word_keeps_its_vowel_signs_in_its_own_piece() -> None:
    assert cut("عالٍ تذكّر جيدًا", "ar") == [("عالٍ تذكّر جيدًا", "Arabic", "rtl")]


def test_figures_and_stops_that_the_ethiopic_font_lacks_come_from_another() -> None:
    assert cut("ቅድሜኹም 3 ሰባት…", "ti") == [
        ("ቅድሜኹም ", "Ethiopic", "ltr"),
        ("3 ", "Latin", "ltr"),
        ("ሰባት", "Ethiopic", "ltr"),
        ("…", "Latin", "ltr"),
    ]


def test_a_letter_that_no_font_has_is_no_empty_box() -> None:
    assert cut("\U00013000", "nl") == [("?", "Latin", "ltr")]


def test_a_bracket_that_closes_on_the_next_line_stands_as_its_paragraph_says() -> None:
    alone = pieces("website) تجد", "ar", "regular")
    told = pieces("website) تجد", "ar", "regular", "DigiD (app, ", "")
    assert [piece.text for piece in alone] == ["تجد", ") ", "website"]
    assert [piece.text for piece in told] == [" تجد", "website)"]


def test_an_accent_apart_is_put_on_its_letter() -> None:
    assert cut("café ትግርኛ", "nl")[0] == ("café ", "Latin", "ltr")


@pytest.mark.parametrize(
    ("text", "language", "is_kivys"),
    [
        ("Neem een nummer", "nl", True),
        ("Українська, Türkçe, zażółć…", "uk", True),
        ("العربية", "nl", False),
        ("ትግርኛ", "nl", False),
        ("ቁጽሪ 7", "ti", False),
        ("A42", "ar", True),
        ("27", "ar", True),
        ("", "ar", True),
        ("14:30", "ar", False),
        ("(1)", "ar", False),
        ("A42 (1)", "ti", True),
    ],
)
def test_kivy_itself_draws_what_is_in_one_font_and_from_left_to_right(text: str, language: str, is_kivys: bool) -> None:  # noqa: FBT001
    assert is_plain(text, language) is is_kivys
