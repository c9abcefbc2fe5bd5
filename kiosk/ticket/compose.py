"""What stands on a ticket and on a referral card, in the visitor's language and in Dutch."""

from datetime import datetime
from itertools import chain

from kiosk.ticket.dates import day_and_time
from kiosk.ticket.slip import DUTCH, Gap, Number, Piece, Qr, Size, Slip, Words
from runtime.settings.model import Kiosk, Names, Partner, Settings
from runtime.texts import Texts
from wire.answers import Ticket


def compose(ticket: Ticket, settings: Settings, kiosk: Kiosk, now: datetime | None, *, is_large: bool = False) -> Slip:
    """A visitor's ticket: never the topic; the time only by a clock that is trusted, else `now` is None."""
    place = settings.branch.waiting_place
    languages = _languages(ticket.language)
    pieces: list[Piece] = [
        *_heading(settings, ticket.line),
        Gap(),
        Number(ticket.number),
        Gap(),
        *chain.from_iterable(_running(language, ticket.people_before, place) for language in languages),
        *([_small(ticket.language, day_and_time(now, ticket.language))] if now else []),
        *_address(kiosk.printer.qr),
    ]
    return Slip(tuple(pieces), is_large)


def compose_referral(partner: Partner, settings: Settings, language: str | None = None) -> Slip:
    """A card that says to whom a visitor goes, where and when, and what to bring."""
    languages = _languages(language or DUTCH)
    pieces: list[Piece] = [_name(settings.branch.name), Gap()]
    pieces += [Words(Texts(spoken, "visitor").text("U gaat naar:"), spoken) for spoken in languages]
    pieces += [Words(partner.name, is_bold=True)]
    if partner.place:
        where = (Texts(spoken, "visitor").text("Waar?") for spoken in languages)
        pieces += [Gap(), Words(" ".join(where), languages[0]), Words(partner.place)]
    if partner.hours:
        when = (Texts(spoken, "visitor").text("Wanneer?") for spoken in languages)
        pieces += [Gap(), Words(" ".join(when), languages[0]), Words(partner.hours)]
    for spoken in languages:
        pieces += [Gap(), *_to_bring(partner, spoken)]
    return Slip(tuple(pieces))


def _languages(language: str) -> tuple[str, ...]:
    return (DUTCH,) if language == DUTCH else (language, DUTCH)


def _heading(settings: Settings, line_id: str) -> list[Piece]:
    # The line is named as the signs in the building name it.
    names = next((line.name for line in settings.lines if line.id == line_id), {})
    line = names.get(DUTCH) or next(iter(names.values()), "")
    return [_name(settings.branch.name), *([_small(DUTCH, line)] if line else [])]


def _running(language: str, people_before: int, place: Names) -> tuple[Piece, ...]:
    texts = Texts(language, "visitor")
    told = (_before(texts, people_before), _where(texts, place.get(language)), texts.text("Bewaar deze bon."))
    return (*(Words(text, language) for text in told if text), Gap())


def _to_bring(partner: Partner, language: str) -> tuple[Piece, ...]:
    texts, things = Texts(language, "visitor"), partner.bring.get(language)
    told = [texts.text("Neem deze kaart mee.")]
    told += [texts.text("Neem ook mee: {things}.").format(things=things)] if things else []
    return tuple(Words(text, language) for text in told)


def _before(texts: Texts, people: int) -> str:
    if people < 0:
        # A spare number: the hub, which counts them, is away.
        return ""
    if people == 0:
        return texts.text("U bent hierna aan de beurt.")
    return texts.plural("Er is nog {n} persoon voor u.", "Er zijn nog {n} mensen voor u.", people).format(n=people)


def _where(texts: Texts, place: str | None) -> str:
    if place is None:
        return texts.text("Wij roepen uw nummer.")
    return texts.text("Ga zitten {place}.").format(place=place)


def _address(qr: str) -> list[Piece]:
    return [] if qr == "none" else [Gap(), Qr(qr)]


def _name(text: str) -> Words:
    return Words(text, size=Size.NAME, is_bold=True)


def _small(language: str, text: str) -> Words:
    return Words(text, language, Size.SMALL)
