"""A branch and tickets to show, where no branch file is given."""

from datetime import datetime
from typing import Final

from kiosk.printer.models import model_of
from kiosk.ticket.compose import compose
from kiosk.ticket.render import render
from runtime.settings.model import Branch, Kiosk, Line, Printer, Settings
from runtime.settings.values import WidthDots
from wire.answers import Ticket

NO_TICKET: Final = "00000000-0000-4000-8000-000000000000"
PLACE: Final = {
    "nl": "bij de blauwe stoelen",
    "en": "by the blue chairs",
    "fr": "près des chaises bleues",
    "de": "bei den blauen Stühlen",
    "pl": "przy niebieskich krzesłach",
    "tr": "mavi sandalyelerin yanında",  # noqa: RUF001 - Turkish
    "uk": "біля синіх стільців",
    "ar": "عند الكراسي الزرقاء",
    "ti": "ኣብ ጥቓ ሰማያዊ መናብር",
    "pap": "na e stulnan blou",
}

SETTINGS: Final = Settings(
    branch=Branch(id="voorbeeld", name="Bibliotheek Voorbeeld", waiting_place=PLACE),
    lines=(Line(id="ido", name={"nl": "Informatiepunt", "en": "Information point"}),),
)


def ticket(number: str, language: str, settings: Settings, people_before: int) -> Ticket:
    """A ticket that nobody took."""
    return Ticket(
        ticket_id=NO_TICKET,
        number=number,
        line=settings.lines[0].id if settings.lines else "",
        topic=None,
        language=language,
        fetch_me=False,
        taken_at="2026-11-21T09:41:00.000Z",
        people_before=people_before,
        state="waiting",
    )


def kiosk_with(settings: Settings, width_dots: WidthDots, profile: str) -> Kiosk:
    """A kiosk with such a printer, which prints the same web address as the branch's first kiosk."""
    qr = settings.kiosks[0].printer.qr if settings.kiosks else "none"
    return Kiosk(printer=Printer(profile=profile, width_dots=width_dots, qr=qr))


def ticket_bytes(settings: Settings, kiosk: Kiosk, shown: Ticket, now: datetime | None, *, is_large: bool) -> bytes:
    """All that the printer gets to put this ticket on paper."""
    slip = compose(shown, settings, kiosk, now, is_large=is_large)
    return render(slip, model_of(kiosk.printer))
