import pytest
from PIL import Image

from kiosk.ticket.drawing import Picture, draw

LINES = {"ar": "3 أشخاص قبلك.", "ti": "ቅድሜኹም 3 ሰባት ኣለዉ።", "uk": "Перед вами ще 3 людини."}


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


def test_what_an_arabic_line_begins_with_stands_at_its_right_also_where_it_is_latin() -> None:
    ((line,), (number,)) = draw("B27 رقمك", "ar", 24, 288), draw("B27", "ar", 24, 288)
    whole, alone = ink(line), ink(number)

    right = whole.crop((whole.width - alone.width, 0, whole.width, whole.height))
    assert alone.tobytes() in {right.crop((0, top, alone.width, top + alone.height)).tobytes() for top in range(20)}


def test_an_empty_text_is_no_picture() -> None:
    assert draw("", "ar", 24, 288) == []
