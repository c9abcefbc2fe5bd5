from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter, ImageOps
from whole_lines import ALL_IN_ONE, likeness, whole

from kiosk.ticket import fonts
from kiosk.ticket.drawing import Picture, draw
from kiosk.ticket.fonts import Face

LINES = {"ar": "3 أشخاص قبلك.", "ti": "ቅድሜኹም 3 ሰባት ኣለዉ።", "uk": "Перед вами ще 3 людини."}

ARABIC = [
    "رقمك A42 الآن",
    "نفتح الساعة 14:30.",
    "لا أعرف (1) جيدًا!",
    "اذهب إلى الشباك (A42).",
    "DigiD وتسجيل الدخول؟",
    "اجلس bij de blauwe stoelen (begane grond).",
    "13:00–16:00 مفتوح",  # noqa: RUF001 - a dash between times
    "نفتح السبت 21 نوفمبر 10:41",
]
LARGE_PX = 96
WORDS = [*" ".join(ARABIC).split(), "عالٍ", "(app, website)", "[x]", ")", "27%", "«نعم»", "UWV/SVB", "€", "é"]


def image(picture: Picture) -> Image.Image:
    rows = len(picture.bits) // picture.width_bytes
    return Image.frombytes("1", (picture.width_bytes * 8, rows), picture.bits)


def ink(picture: Picture) -> Image.Image:
    return image(picture).crop(image(picture).getbbox())


@pytest.mark.parametrize("language", LINES)
@pytest.mark.parametrize("width_px", [192, 256, 288, 320])
def test_no_line_is_wider_than_the_paper(language: str, width_px: int) -> None:
    pictures = draw(LINES[language], language, 24, width_px)
    assert all(picture.width_bytes * 8 <= width_px + 7 for picture in pictures)
    assert all(image(picture).getbbox() for picture in pictures)


def test_a_picture_starts_at_its_first_ink() -> None:
    (picture,) = draw("Ваш номер", "uk", 24, 288)
    box = image(picture).getbbox()
    assert box is not None
    assert box[:2] == (0, 0)
    assert image(picture).width - box[2] < 8


def test_lines_of_a_paragraph_are_equally_high() -> None:
    pictures = draw(LINES["uk"], "uk", 24, 100)
    assert len(pictures) > 1
    assert len({image(picture).height for picture in pictures}) == 1


def test_arabic_letters_are_joined() -> None:
    (joined,) = draw("قبلك", "ar", 24, 288)
    apart = draw("ق ب ل ك", "ar", 24, 288)
    assert joined.width_bytes < sum(picture.width_bytes for picture in apart)


@pytest.fixture
def one_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every letter in the font in which Pillow draws a whole line."""
    face = Face((ALL_IN_ONE,), "fonts-dejavu-core")
    for name in ("SANS", "ARABIC", "ETHIOPIC"):
        monkeypatch.setattr(fonts, name, face)
    monkeypatch.setattr(fonts, "FACES", {})
    yield
    fonts._has.cache_clear()


def likeness_of(drawn: str, read: str) -> float:
    """Of a line on paper and one that Pillow lays out, both out of focus, as runs begin on whole dots."""
    (line,) = draw(drawn, "ar", LARGE_PX, 100 * LARGE_PX)
    return likeness(blurred(ink(line)), blurred(whole(read, size_px=LARGE_PX, mode="1")))


def blurred(line: Image.Image) -> Image.Image:
    return ImageOps.expand(line.convert("L"), LARGE_PX // 4).filter(ImageFilter.GaussianBlur(LARGE_PX // 16))


@pytest.mark.usefixtures("one_font")
@pytest.mark.parametrize("text", ARABIC)
def test_arabic_on_paper_looks_as_pillow_lays_it_out(text: str) -> None:
    assert likeness_of(text, text) > 0.95


@pytest.mark.usefixtures("one_font")
def test_arabic_that_is_drawn_wrong_would_be_noticed() -> None:
    assert likeness_of("نفتح الساعة 14:30.", "نفتح الساعة 03:41.") < 0.85


@pytest.mark.usefixtures("one_font")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=6).map(lambda words: " ".join(["لا", *words])))
def test_whatever_arabic_on_paper_is_mixed_with_it_looks_as_pillow_lays_it_out(text: str) -> None:
    assert likeness_of(text, text) > 0.9


def test_what_an_arabic_line_begins_with_stands_at_its_right_also_where_it_is_latin() -> None:
    ((line,), (number,)) = draw("B27 رقمك", "ar", 24, 288), draw("B27", "ar", 24, 288)
    whole, alone = ink(line), ink(number)

    right = whole.crop((whole.width - alone.width, 0, whole.width, whole.height))
    assert alone.tobytes() in {right.crop((0, top, alone.width, top + alone.height)).tobytes() for top in range(20)}


def test_an_empty_text_is_no_picture() -> None:
    assert draw("", "ar", 24, 288) == []
