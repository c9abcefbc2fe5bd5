"""The test page: an installer sees on it which profile and which width this printer reads right."""

from itertools import chain
from typing import Final

from kiosk.printer.models import CODECS, EXTRAS, model_of
from kiosk.ticket.slip import Gap, Number, PageSample, Piece, Qr, Ruler, Size, Slip, Words
from runtime.languages import LANGUAGES
from runtime.settings.model import Kiosk, Printer, Settings
from runtime.texts import Texts

WIDTHS_DOTS: Final = (384, 512, 576, 640)
WESTERN: Final = "één crème brûlée für 5 €, ça va"
CENTRAL: Final = "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ"
TURKISH: Final = "çğıöşü ÇĞİÖŞÜ"
CYRILLIC: Final = "жщю яєї ЖЩЮ ЯЄЇ"
LETTERS: Final = {
    "cp852": CENTRAL,
    "cp1250": CENTRAL,
    "cp857": TURKISH,
    "cp1254": TURKISH,
    "cp866": CYRILLIC,
    "cp1125": CYRILLIC,
    "cp1251": CYRILLIC,
}


def compose_trial(settings: Settings, kiosk: Kiosk, identity: str | None) -> Slip:
    """A page with all that may differ between printers; `identity` is what this one said of itself."""
    pieces: list[Piece] = [
        Words("Testpagina", size=Size.NAME, is_bold=True),
        *_facts(settings, kiosk, identity),
        Gap(),
        _small("Neem als breedte het grootste getal waarvan u beide einden ziet."),
        *(Ruler(width) for width in WIDTHS_DOTS),
        Gap(),
        _small("Dit profiel gebruikt de vette regels. Leest u daar vreemde tekens? Neem dan een ander profiel."),
        *_pages(kiosk.printer),
        Gap(),
        *chain.from_iterable(_sample(language) for language in LANGUAGES),
        Gap(),
        Number("B27"),
    ]
    pieces += [] if kiosk.printer.qr == "none" else [Gap(), Qr(kiosk.printer.qr)]
    return Slip(tuple(pieces))


def _facts(settings: Settings, kiosk: Kiosk, identity: str | None) -> list[Piece]:
    printer = kiosk.printer
    roads = {
        "serial": f"{printer.port}, {printer.baud} baud, {printer.flow}",
        "usb": printer.port or "",
        "network": printer.host or "",
    }
    is_known = model_of(printer).is_known
    return [
        _small(f"{settings.branch.name}, {kiosk.device}"),
        _small(f"Profiel {printer.profile}{'' if is_known else ' (onbekend)'}, {printer.width_dots} punten"),
        _small(roads.get(printer.kind, "geen printer")),
        _small(f"De printer heet: {identity}" if identity else "De printer zegt niet hoe hij heet."),
    ]


def _pages(printer: Printer) -> list[Piece]:
    """Each code page under every number that some model gives it."""
    own = model_of(printer).pages
    numbers = {codec: sorted(_numbers(codec)) for codec in CODECS}
    return [
        PageSample(number, codec, LETTERS.get(codec, WESTERN), is_bold=own.get(codec) == number)
        for codec in CODECS
        for number in numbers[codec]
    ]


def _numbers(codec: str) -> set[int]:
    known = (model_of(Printer(profile=name)).pages for name in EXTRAS)
    return {pages[codec] for pages in known if codec in pages}


def _sample(language: str) -> tuple[Piece, ...]:
    return (_small(language), Words(Texts(language, "visitor").text("Bewaar deze bon."), language))


def _small(text: str) -> Words:
    return Words(text, size=Size.SMALL)
