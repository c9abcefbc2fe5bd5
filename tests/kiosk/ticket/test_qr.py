from kiosk.printer.models import model_of
from kiosk.ticket.qr import qr
from runtime.settings.model import Printer

ADDRESS = "https://bibliotheek.example/ido"


def test_a_printer_that_can_makes_the_code_itself() -> None:
    made = qr(ADDRESS, model_of(Printer(profile="TM-T20II")))
    assert b"\x1d(k\x22\x00\x31\x50\x30" + ADDRESS.encode() in made
    assert made.endswith(b"\x1d(k\x03\x00\x31\x51\x30")


def test_for_another_it_is_drawn_in_bands() -> None:
    drawn = qr(ADDRESS, model_of(Printer(profile="ZJ-5870")))
    assert drawn.startswith(b"\x1dv0\x03")
    assert 500 < len(drawn) < 1500
