import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printer.models import model_of
from kiosk.ticket.letters import Encoding, clean, encoding_for, plainest
from runtime.settings.model import Printer

EPSON = model_of(Printer(profile="TM-T20II"))
OLD_EPSON = model_of(Printer(profile="TM-T88III"))
CHEAP = model_of(Printer(profile="POS-5890"))
UNKNOWN = model_of(Printer(profile="who knows"))


@pytest.mark.parametrize(
    ("language", "text", "encoding"),
    [
        ("nl", "Coördinatie: één café", Encoding("cp858", 19)),
        ("fr", "Où êtes-vous ? 5 €", Encoding("cp858", 19)),
        ("de", "Schließen größer", Encoding("cp858", 19)),
        ("pl", "Wywołamy Twój numer.", Encoding("cp852", 18)),
        ("tr", "Güle güle. Teşekkürler", Encoding("cp857", 13)),
        ("uk", "Збережіть цей ґанок", Encoding("cp1251", 46)),
    ],
)
def test_a_language_goes_in_one_page_of_the_printers_own_number(language: str, text: str, encoding: Encoding) -> None:
    assert encoding_for(text, language, EPSON) == encoding


def test_ascii_needs_no_page_on_any_printer() -> None:
    assert encoding_for("Bewaar deze bon. 27", "nl", UNKNOWN) == Encoding()


def test_numbers_differ_between_makers() -> None:
    assert encoding_for("Ваш номер", "uk", CHEAP) == Encoding("cp1251", 73)


def test_a_text_that_no_page_of_the_printer_holds_whole_is_to_be_drawn() -> None:
    assert encoding_for("Wywołamy", "pl", OLD_EPSON) is None
    assert encoding_for("café", "nl", UNKNOWN) is None
    assert encoding_for("سننادي رقمك", "ar", EPSON) is None
    assert encoding_for("ቁጽርኹም", "ti", EPSON) is None
    assert encoding_for("Café in Łódź", "nl", EPSON) is None


def test_typographic_signs_become_plain_ones() -> None:
    assert clean("C’est “à vous”… – n°\N{NO-BREAK SPACE}3") == 'C\'est "à vous"... - n° 3'  # noqa: RUF001


@given(st.text(max_size=100))
def test_no_command_hides_in_a_text(text: str) -> None:
    cleaned = clean(text)
    assert all(letter.isprintable() for letter in cleaned)
    assert cleaned == cleaned.strip()


def test_without_fonts_the_plainest_letters_are_kept_and_a_foreign_script_is_left_out() -> None:
    assert plainest("één café") == "een cafe"
    assert plainest("سننادي رقمك") == ""
