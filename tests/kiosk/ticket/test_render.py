from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from strict_escpos import Picture, StrictReader, Text

from kiosk.printer import commands
from kiosk.printer.models import model_of
from kiosk.ticket import fonts
from kiosk.ticket.compose import compose_referral
from kiosk.ticket.fonts import font
from kiosk.ticket.render import render
from kiosk.ticket.slip import Number, Qr, Size, Slip, Words
from runtime.settings.model import Branch, Partner, Printer, Settings

if TYPE_CHECKING:
    from conftest import Sample

PARAGRAPHS = {
    "nl": "Er zijn nog 3 mensen vóór u in deze rij, één ervan is zo geholpen.",
    "en": "There are 3 people before you. Take a seat by the blue chairs.",
    "fr": "Il y a encore 3 personnes avant vous à l’accueil. Gardez ce ticket.",  # noqa: RUF001 - French
    "de": "Vor Ihnen sind noch 3 Personen. Bewahren Sie dieses Ticket größer auf.",
    "pl": "Przed Tobą są 3 osoby. Zachowaj ten bilet i usiądź.",
    "tr": "Sizden önce 3 kişi var. Fişinizi yanınızda bulundurun.",  # noqa: RUF001 - Turkish
    "uk": "Перед вами ще 3 людини. Збережіть цей талон.",
    "ar": "3 أشخاص قبلك. سننادي رقمك. احتفظ بهذه التذكرة.",
    "ti": "ቅድሜኹም 3 ሰባት ኣለዉ። ቁጽርኹም ክንጽውዕ ኢና።",
    "pap": "Tin 3 hende promé ku bo. Warda e tiket aki.",
}
WIDTHS = (384, 512, 576, 640)
PROFILES = ("TM-T20II", "TM-T88III", "POS-5890", "TSP600", "who knows")
FAMILIES = (*PROFILES, "TM-T88V", "CT-S651", "RP326", "KR-306", "TH230", "ZJ-5870", "Sunmi-V2")
"""Each differs from the others in its code pages, its cutter or its QR codes."""

WITHOUT_CUTTER = {"POS-5890", "NT-5890K", "ZJ-5870", "Sunmi-V2"}
ADDRESS = "https://bibliotheek.example/ido"
DRAWN = {("pl", "TM-T88III"), ("tr", "TM-T88III"), ("uk", "TM-T88III")} | {
    (language, "who knows") for language in PARAGRAPHS if language != "en"
}


def read(data: bytes, profile: str = "TM-T20II", width_dots: int = 576) -> list[Text]:
    reader = StrictReader(profile, width_dots)
    reader.read(data)
    return reader.texts()


def slip_in(language: str, *, is_large: bool = False) -> Slip:
    paragraph = Words(PARAGRAPHS[language], language)
    return Slip((Words("Bibliotheek Rijn en Venen", size=Size.NAME, is_bold=True), Number("B27"), paragraph), is_large)


@pytest.mark.parametrize("profile", FAMILIES)
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_every_ticket_fits_every_paper_and_no_byte_is_misread(
    sample: Callable[..., Sample], language: str, profile: str
) -> None:
    for width_dots in WIDTHS:
        for is_large in (False, True):
            ticket = sample(
                language=language, profile=profile, width_dots=width_dots, is_large=is_large, number="B27", qr=ADDRESS
            )
            reader = StrictReader(profile, width_dots)
            reader.read(ticket.data)
            assert any(text.text == "B27" and (text.width, text.height) == (8, 8) for text in reader.texts())
            assert reader.cuts == (profile not in WITHOUT_CUTTER)


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_paragraph_is_written_where_the_printer_can_and_drawn_where_not(language: str, profile: str) -> None:
    for width_dots in WIDTHS:
        reader = StrictReader(profile, width_dots)
        found = reader.read(render(slip_in(language), model_of(Printer(profile=profile, width_dots=width_dots))))
        told = " ".join(text.text for text in reader.texts())
        is_written = PARAGRAPHS[language].replace("’", "'") in told  # noqa: RUF001 - folded on purpose
        assert is_written != any(isinstance(piece, Picture) for piece in found)
        assert is_written == ((language, profile) not in DRAWN and language not in {"ar", "ti"})


def test_running_text_is_double_and_the_date_small(sample: Callable[..., Sample]) -> None:
    assert read(sample().data) == [
        Text("Bibliotheek Hengelo", 2, 2, is_bold=True),
        Text("Informatiepunt", 1, 1),
        Text("27", 8, 8, is_bold=True),
        Text("Er zijn nog", 2, 2),
        Text("3 mensen voor u.", 2, 2),
        Text("Ga zitten bij de", 2, 2),
        Text("blauwe stoelen.", 2, 2),
        Text("Bewaar deze bon.", 2, 2),
        Text("za 21 november 10:41", 1, 1),
    ]


def test_who_asked_for_large_letters_gets_them_on_paper_too(sample: Callable[..., Sample]) -> None:
    ticket = sample(is_large=True, width_dots=384)
    lines = read(ticket.data, width_dots=ticket.width_dots)
    assert Text("Ga zitten", 3, 3) in lines
    assert min(line.height for line in lines) == 2


def test_paragraphs_of_a_language_are_equally_large_also_where_one_has_a_longer_word() -> None:
    words = [Words("Bewaar deze bon."), Words("Belastingdienstkantoor"), Words("Keep this ticket.", "en")]
    lines = read(render(Slip(tuple(words)), model_of(Printer(profile="TM-T20II", width_dots=384))), width_dots=384)
    assert [(line.width, line.height) for line in lines] == [(1, 2), (1, 2), (2, 2), (2, 2)]


def test_a_dutch_ticket_takes_less_than_200_bytes(sample: Callable[..., Sample]) -> None:
    assert len(sample().data) <= 200
    assert len(sample(number="B127", width_dots=384).data) <= 260


@pytest.mark.parametrize("width_dots", WIDTHS)
def test_an_arabic_ticket_takes_less_than_4000_bytes(sample: Callable[..., Sample], width_dots: int) -> None:
    place = {"nl": "bij de blauwe stoelen", "ar": "عند الكراسي الزرقاء"}
    ticket = sample(language="ar", number="B127", width_dots=width_dots, place=place)
    assert 2000 < len(ticket.data) < 4000


def test_the_number_goes_first_and_what_is_drawn_after_it() -> None:
    data = render(slip_in("ar"), model_of(Printer(profile="TM-T20II")))
    assert data.index(b"B27\n") < data.index(b"\x1dv0") < 100


def test_names_cannot_command_the_printer() -> None:
    evil = "Bieb\x1b@\x10\x14\x01\x00\x05\n\x1dV\x00 \x1b=\x00"
    slip = Slip((Words(evil, size=Size.NAME), Number(evil), Qr("https://example.org/")))
    model = model_of(Printer(profile="TM-T20II"))
    data = render(slip, model)
    assert next(line.text for line in read(data) if line.text) == "Bieb @ V ="
    assert b"\x10\x14" not in data


def test_without_its_fonts_a_ticket_keeps_what_ascii_can_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    font.cache_clear()
    slip = Slip((Number("27"), Words("سننادي رقمك.", "ar"), Words("Eén café verder.", "nl")))
    model = model_of(Printer(profile="who knows"))

    lines = [line.text for line in read(render(slip, model), model.name) if line.text]

    font.cache_clear()
    assert lines == ["27", "Een cafe verder."]
    assert "install the package fonts-noto-core" in caplog.text


def test_a_printer_without_a_cutter_feeds_to_where_paper_is_torn(sample: Callable[..., Sample]) -> None:
    assert sample(profile="POS-5890", width_dots=384).data.endswith(b"\n" + commands.feed(5))
    assert sample().data.endswith(b"\n" + commands.CUT)


def test_a_referral_card_is_a_slip_like_any_other() -> None:
    settings = Settings(branch=Branch(id="hengelo", name="Bibliotheek Hengelo"))
    card = compose_referral(Partner(id="t", name="Taalhuis", place="Oefenplein, tafel 3"), settings, "en")
    model = model_of(Printer(profile="TM-T20II"))
    assert Text("Taalhuis", 2, 2, is_bold=True) in read(render(card, model))
