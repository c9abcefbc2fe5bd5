import re

import pytest
from strict_escpos import StrictReader

from kiosk.printer.models import model_of
from kiosk.ticket.render import render
from kiosk.ticket.ruler import ruler
from kiosk.ticket.slip import Number, PageSample, Ruler, Words
from kiosk.ticket.trial import LETTERS, WESTERN, compose_trial
from runtime.languages import LANGUAGES
from runtime.settings.model import Branch, Kiosk, Printer, Settings

SETTINGS = Settings(branch=Branch(id="a", name="Bibliotheek Voorbeeld"))
PRINTER = Printer(kind="serial", port="/dev/beurt/printer", flow="rtscts", profile="TM-T20II")
SAMPLE = re.compile(rb"\x1bt\x00\x1bt(.) *(\d+) (cp\d+) +([^\n]*)\n", re.DOTALL)


def words(printer: Printer = PRINTER, identity: str | None = None) -> list[str]:
    pieces = compose_trial(SETTINGS, Kiosk(printer=printer), identity).pieces
    return [piece.text for piece in pieces if isinstance(piece, Words)]


def samples(printer: Printer = PRINTER) -> list[PageSample]:
    pieces = compose_trial(SETTINGS, Kiosk(printer=printer), None).pieces
    return [piece for piece in pieces if isinstance(piece, PageSample)]


def test_the_page_tells_what_the_branch_file_and_the_printer_say() -> None:
    told = words(identity="EPSON TM-T20II")
    assert "Profiel TM-T20II, 576 punten" in told
    assert "/dev/beurt/printer, 38400 baud, rtscts" in told
    assert "De printer heet: EPSON TM-T20II" in told
    assert "De printer zegt niet hoe hij heet." in words()
    assert "Profiel gok (onbekend), 576 punten" in words(Printer(kind="usb", port="/dev/usb/lp0", profile="gok"))


def test_each_code_page_is_tried_by_every_number_that_some_model_gives_it() -> None:
    tried = {(sample.codec, sample.number) for sample in samples()}
    assert {("cp1251", 46), ("cp1251", 34), ("cp1251", 73), ("cp1251", 6), ("cp857", 13), ("cp857", 61)} <= tried


def test_what_the_profile_uses_stands_out() -> None:
    bold = {sample.codec: sample.number for sample in samples() if sample.is_bold}
    assert bold == dict(model_of(PRINTER).pages)
    assert not any(sample.is_bold for sample in samples(Printer(profile="gok")))


def test_all_widths_and_all_languages_and_a_number_are_there() -> None:
    pieces = compose_trial(SETTINGS, Kiosk(printer=PRINTER), None).pieces
    assert [piece.width_dots for piece in pieces if isinstance(piece, Ruler)] == [384, 512, 576, 640]
    assert [text for text in words() if text in LANGUAGES] == list(LANGUAGES)
    assert Number("B27") in pieces


def test_a_sample_begins_at_the_first_page_so_that_an_unknown_number_shows() -> None:
    data = render(compose_trial(SETTINGS, Kiosk(printer=PRINTER), None), model_of(PRINTER))
    found = [(number[0], int(told), codec.decode(), text) for number, told, codec, text in SAMPLE.findall(data)]
    assert len(found) == len(samples())
    assert all(number == told for number, told, _, _ in found)
    read = {(number, codec): text.decode(codec) for number, _, codec, text in found}
    assert read[46, "cp1251"] == LETTERS["cp1251"]
    assert read[19, "cp858"] == WESTERN
    assert read[0, "cp437"] == WESTERN.replace("€", "")


@pytest.mark.parametrize("width_dots", [384, 512, 576, 640])
def test_a_ruler_has_two_ends_as_far_apart_as_it_says(width_dots: int) -> None:
    reader = StrictReader("TM-T20II", width_dots)
    reader.read(b"\x1b@\x1c." + ruler(width_dots))
    (line,) = reader.pictures()
    assert line.width == width_dots
    assert [line.getpixel((x, 0)) for x in (0, 15, 16, width_dots - 17, width_dots - 16, width_dots - 1)] == [
        255, 255, 0, 0, 255, 255,
    ]  # fmt: skip
    assert reader.texts()[0].text == str(width_dots)
