import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from whole_lines import ALL_IN_ONE, SIZE, ink, likeness, whole

from runtime.catalogues import read
from runtime.languages import LANGUAGES, direction
from runtime.texts import TRANSLATIONS
from screenkit import fonts_by_script, pieces, shaping
from screenkit.shaping import bearing_px, check_fonts, draw, reach, reach_of, width_px
from screenkit.type import FOLDER, FontError, Weight
from screenkit.wrap import wrap

HERE = Path(__file__).parent
ARABIC = [
    "رقمك A42 الآن",
    "نفتح الساعة 14:30.",
    "لا أعرف (1) جيدًا",
    "اذهب إلى الشباك (A42).",
    "DigiD وتسجيل الدخول",
    "تذكّر رقمك… عالٍ",
    "الأرقام: 27، 28 (B7)",
    "13:00–16:00 مفتوح",  # noqa: RUF001 - a dash between times
    "يمكنك أخذ رقم هنا: Informatiepunt.",
    "هل تحتاج DigiD (جديد)؟",
    "Bibliotheek Hengelo · المكتبة",
    "نعم! خذ A42، B7 أو (C1).",
    "14:30",
    "(1)",
]

WORDS = [*" ".join(ARABIC).split(), "عربي", "(app, website)", "[x]", ")", "27%", "«نعم»", "«", "UWV/SVB", "€", "·", "é"]
"""Bits of lines that go both ways, brackets that close nothing among them."""

Drawn = Callable[..., list[Image.Image]]


@pytest.fixture
def drawn(x_display: str, tmp_path: Path) -> Drawn:
    """The rows of a real window, one line of text in each."""

    def rows(language: str, lines: list[str], font: str = "-") -> list[Image.Image]:
        picture = tmp_path / "lines.png"
        subprocess.run(
            [sys.executable, HERE / "draw_lines.py", language, str(SIZE), font, picture, *lines],
            env=dict(os.environ) | {"DISPLAY": x_display, "PYTHONPATH": str(HERE.parents[1])},
            check=True,
            timeout=60,
        )
        with Image.open(picture) as opened:
            whole = opened.convert("L")
        return [whole.crop((0, row * 2 * SIZE, whole.width, (row + 1) * 2 * SIZE)) for row in range(len(lines))]

    return rows


def texts(language: str) -> list[str]:
    """All that visitors read in a language."""
    found = [message.string for message in read(TRANSLATIONS / language / "LC_MESSAGES" / "visitor.po") if message.id]
    return [text for each in found if each for text in ([each] if isinstance(each, str) else each)]


def test_arabic_lines_in_a_window_look_as_pillow_lays_them_out(drawn: Drawn) -> None:
    rows = drawn("ar", ARABIC, ALL_IN_ONE)
    alike = {text: likeness(ink(row), whole(text)) for text, row in zip(ARABIC, rows, strict=True)}
    assert {text: round(share, 3) for text, share in alike.items() if share < 0.97} == {}


def test_a_line_that_is_drawn_wrong_would_be_noticed(drawn: Drawn) -> None:
    (wrong,) = drawn("ar", ["نفتح الساعة 03:41."], ALL_IN_ONE)
    assert likeness(ink(wrong), whole("نفتح الساعة 14:30.")) < 0.9


@pytest.fixture
def one_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every letter in the font in which Pillow draws a whole line."""
    caches = (shaping.width_px, shaping._ems, pieces.pieces)
    monkeypatch.setattr(pieces, "files_for", lambda _language, _weight: (ALL_IN_ONE,))
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


@pytest.mark.usefixtures("one_font")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), st.sampled_from(["ar", "nl"]))
def test_whatever_an_arabic_line_is_mixed_with_it_looks_as_pillow_lays_it_out(text: str, language: str) -> None:
    if not pieces.is_plain(text, language):
        assert likeness(ink(draw(text, SIZE, "regular", language)), whole(text, direction(language))) > 0.93


def test_a_number_stands_in_an_arabic_line_as_it_stands_alone(drawn: Drawn) -> None:
    line, alone = drawn("ar", ["شباك A42", "A42"])
    at_the_left = ink(line).crop((0, 0, ink(alone).width, 2 * SIZE))
    assert likeness(ink(at_the_left), ink(alone)) > 0.8


def test_lines_of_tigrinya_in_a_window_are_as_wide_as_they_were_measured(drawn: Drawn) -> None:
    lines = ["ቅድሜኹም 3 ሰባት ኣለዉ።", "ብምንታይ ክንሕግዘኩም ንኽእል?", "ቁሩብ ተጸበዩ…"]
    widths = [ink(row).width for row in drawn("ti", lines)]
    assert widths == pytest.approx([width_px(line, SIZE, "regular", "ti") for line in lines], abs=0.25 * SIZE)


@pytest.mark.parametrize("weight", ["regular", "heavy"])
@pytest.mark.parametrize("language", ["ar", "ti"])
def test_no_letter_reaches_farther_than_its_language_may(language: str, weight: Weight) -> None:
    """Neither above and below its line, nor out of the texture, where it would be cut off."""
    room = reach(language)
    assert room.leading >= room.above + room.below
    for text in texts(language):
        image = draw(text, 100, weight, language)
        left, top, right, bottom = image.getbbox() or (1, 1, 1, 1)
        base = shaping._above_px(100)
        assert (base - top <= 100 * room.above, bottom - base <= 100 * room.below, text) == (True, True, text)
        assert (left > 0, right < image.width, text) == (True, True, text)


@pytest.mark.parametrize("size_px", [22, 77])
@pytest.mark.parametrize("language", ["ar", "ti"])
def test_no_letter_reaches_farther_than_its_own_text_does(language: str, size_px: int) -> None:
    for text in texts(language):
        room, image = reach_of(text, "heavy", language), draw(text, size_px, "heavy", language)
        _, top, _, bottom = image.getbbox() or (0, 0, 0, 0)
        base = shaping._above_px(size_px)
        assert (base - top <= round(room.above * size_px), bottom - base <= round(room.below * size_px)) == (True, True)


def test_letters_that_begin_a_line_have_white_before_them_and_all_figures_as_much() -> None:
    assert bearing_px("Balie 1", 200, "heavy", "nl") > bearing_px("Tafel 1", 200, "heavy", "nl")
    assert 0 < bearing_px("47", 200, "heavy", "nl") == bearing_px("26", 200, "heavy", "nl") < 20
    assert bearing_px("الشباك", 200, "heavy", "ar") == 0


def test_a_text_without_high_letters_takes_less_room() -> None:
    assert reach_of("اللغات", "heavy", "ar").above < 0.8
    assert reach_of("قليلًا", "heavy", "ar").above > 1.1
    assert reach_of("A42", "heavy", "ar").above == reach("nl").above
    assert reach_of("A42", "heavy", "ar").below < 0.05 < reach_of("Q42", "heavy", "nl").below


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_lines_of_high_letters_lie_far_enough_apart_also_where_latin_ones_are_close(language: str) -> None:
    assert reach(language).pitch_px(50, 1.1) >= 1.6 * 50
    assert reach("nl").pitch_px(50, 1.1) == 55


def test_a_letter_with_all_its_vowel_signs_is_not_cut_off() -> None:
    for text in ("لًّا لأَنَّ إِلًى", "أَلِفٍّ ٱلْكِتَابِ"):
        image = draw(text, 100, "heavy", "ar")
        _, top, _, bottom = image.getbbox() or (0, 0, 0, 0)
        assert (top > 0, bottom < image.height) == (True, True)


def test_a_paragraph_that_is_wrapped_begins_with_its_first_words() -> None:
    text = "نساعدك مجانًا في الرسائل والاستمارات والهاتف والكمبيوتر."
    lines = wrap(text, 400, SIZE, lambda part, size_px: width_px(part, size_px, "regular", "ar"))
    assert (len(lines) > 1, " ".join(lines), lines[0].split()[0]) == (True, text, "نساعدك")
    assert all(width_px(line, SIZE, "regular", "ar") <= 400 for line in lines)


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_a_line_is_as_wide_as_its_letters_whatever_their_size(language: str) -> None:
    for text in texts(language):
        for size_px in (24, 41, 120):
            drawn_px = sum(piece.advance_px(size_px) for piece in pieces.pieces(text, language, "heavy"))
            side_px = 2 * shaping._side_px(size_px)
            assert width_px(text, size_px, "heavy", language) - side_px == pytest.approx(drawn_px, abs=0.02 * size_px)


def test_ethiopic_letters_are_not_bold_where_they_are_small() -> None:
    small, large = ([draw("ትግርኛ", px, weight, "ti").tobytes() for weight in ("regular", "heavy")] for px in (20, 40))
    assert small[0] == small[1]
    assert large[0] != large[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_drawn_with_the_packages_that_the_setup_installs(language: str) -> None:
    assert FOLDER.is_dir()
    check_fonts([language])


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_a_program_does_not_start_without_a_font_that_a_language_needs(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_by_script, "_FAMILIES", {"arabic": "Gone", "ethiopic": "Gone"})
    pieces.pieces.cache_clear()
    check_fonts(["nl", "en", "uk"])
    with pytest.raises(FontError, match="apt install fonts-noto-core"):
        check_fonts([language])
    pieces.pieces.cache_clear()
