import pytest

from runtime.languages import Direction
from runtime.writing import bidi
from runtime.writing.bidi import NoFribidiError, around, direction_of, from_the_left, levels


def seen(text: str, direction: Direction = "rtl") -> str:
    """The letters of a line from left to right."""
    deep = levels(text, direction)
    return "".join(text[at] for at in from_the_left(range(len(text)), deep.__getitem__))


@pytest.mark.parametrize(
    ("read", "drawn"),
    [
        ("رقم A42", "A42 مقر"),
        ("A42 رقم", "مقر A42"),
        ("ساعة 14:30", "14:30 ةعاس"),
        ("27، 28", "28 ،27"),
        ("(1) لا", "ال )1("),  # the brackets are mirrored when they are drawn
        ("شباك (A42).", ".)A42( كابش"),
        ("DigiD وتسجيل", "ليجستو DigiD"),
        ("13:00–16:00", "16:00–13:00"),  # noqa: RUF001 - read from the right, like its words
    ],
)
def test_an_arabic_line_runs_from_the_right_and_its_figures_from_the_left(read: str, drawn: str) -> None:
    assert seen(read) == drawn


def test_an_arabic_word_in_a_dutch_line_stands_where_it_is_read() -> None:
    assert seen("Kies عربي of Polski.", "ltr") == "Kies يبرع of Polski."


def test_isolated_text_keeps_its_own_order() -> None:
    fsi, pdi = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
    assert seen(f"رقم {fsi}A 1, 2{pdi}").replace(fsi, "").replace(pdi, "") == "A 1, 2 مقر"


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("رقمك A42", "ar", "rtl"),
        ("DigiD", "ar", "ltr"),
        ("Neem een nummer (A42)!", "ar", "ltr"),
        ("13:00–16:00", "ar", "rtl"),  # noqa: RUF001 - a dash between times
        ("", "ar", "rtl"),
        ("العربية", "nl", "rtl"),
        ("Kies عربي", "nl", "ltr"),
        ("ቁጽሪ", "ti", "ltr"),
    ],
)
def test_a_paragraph_that_is_wholly_in_another_language_is_written_as_that(
    text: str, language: str, way: Direction
) -> None:
    assert direction_of(text, language) == way


def test_a_line_has_around_it_what_its_own_paragraph_has() -> None:
    text = "een twee drie\nvier vijf\n\nzes"
    lines = ("een twee", "drie", "vier", "vijf", "", "zes")
    told = dict(zip(lines, around(text, lines), strict=True))
    del told[""]
    assert list(told.values()) == [("", " drie"), ("een twee ", ""), ("", " vijf"), ("vier ", ""), ("", "")]


def test_nothing_has_no_order() -> None:
    assert levels("", "rtl") == []
    assert from_the_left([], int) == []


def test_a_missing_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "LIBRARY", "libnothere.so.0")
    bidi._library.cache_clear()
    with pytest.raises(NoFribidiError, match="apt install libfribidi0"):
        levels("رقم", "rtl")
    bidi._library.cache_clear()
