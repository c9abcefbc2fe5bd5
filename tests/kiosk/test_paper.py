import pytest
from strict_escpos import Code, StrictReader

from kiosk.paper import PaperMaker
from runtime.settings.model import Branch, Kiosk, Partner, Printer, Settings
from wire.devices import Job

JOB = "9c8b7a6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d"
KIOSK = Kiosk(printer=Printer(kind="usb", port="/dev/usb/lp0", profile="TM-T20II", qr="https://example.org/"))
PARTNER = Partner(
    id="taalhuis", name="Taalhuis", place="Oefenplein, tafel 3", hours="di 13-16 uur", bring={"nl": "pas"}
)
SETTINGS = Settings(branch=Branch(id="a", name="Bibliotheek Voorbeeld"), partners=(PARTNER,), kiosks=(KIOSK,))


def texts(data: bytes) -> list[str]:
    reader = StrictReader("TM-T20II", 576)
    assert not any(isinstance(piece, Code) for piece in reader.read(data))
    return [text.text for text in reader.texts()]


@pytest.fixture
def maker() -> PaperMaker:
    return PaperMaker(SETTINGS, KIOSK)


def test_a_referral_card_is_printed_in_both_languages(maker: PaperMaker) -> None:
    told = texts(maker.other(Job(job_id=JOB, job="print-referral", partner="taalhuis", language="en"), None))
    assert {"Taalhuis", "Oefenplein, tafel 3", "di 13-16 uur", "Where? Waar?", "Neem ook mee: pas."} <= set(told)


def test_a_partner_that_the_branch_no_longer_has_is_the_branch_itself(maker: PaperMaker) -> None:
    told = texts(maker.other(Job(job_id=JOB, job="print-referral", partner="gone", language="nl"), None))
    assert told.count("Bibliotheek Voorbeeld") == 2


def test_the_test_page_is_printed_for_the_job_of_that_name(maker: PaperMaker) -> None:
    page = maker.other(Job(job_id=JOB, job="test-page"), "EPSON TM-T20II")
    assert b"Testpagina\n" in page
    assert b"De printer heet: EPSON TM-T20II\n" in page
