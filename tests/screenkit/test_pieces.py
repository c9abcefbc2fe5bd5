import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.languages import direction
from runtime.writing.bidi import around, levels
from runtime.writing.letters import shown
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


MIXED = "رقمك A42 (1) 14:30 DigiD جيدًا عالٍ . ! ؟ (app, website) 27% « » € é ትግርኛ 074-24 [x]"
WORDS = st.sampled_from(MIXED.split())


@given(st.lists(WORDS, min_size=2, max_size=8), st.integers(1, 7), st.sampled_from(["ar", "nl", "ti"]))
def test_the_lines_of_a_paragraph_are_cut_where_its_levels_change(words: list[str], at: int, language: str) -> None:
    lines = [line for line in (" ".join(words[:at]), " ".join(words[at:])) if line]
    text = " ".join(lines)
    whole, start = levels(text, direction(language)), 0
    for line, (before, after) in zip(lines, around(text, lines), strict=True):
        own = whole[start : start + len(line)]
        start += len(line) + 1
        found = pieces(line, language, "regular", before, after)
        assert sorted(letter for piece in found for letter in piece.text) == sorted(shown(line))
        assert {(letter, level) for letter, level in zip(line, own, strict=True)} == {
            (letter, piece.level) for piece in found for letter in piece.text
        }


@given(st.text(max_size=40), st.sampled_from(["ar", "nl", "ti"]))
def test_any_text_can_be_cut(text: str, language: str) -> None:
    assert "".join(sorted(letter for piece in pieces(text, language, "heavy") for letter in piece.text)) == "".join(
        sorted(shown(text))
    )
