"""Turning text into bytes that a printer reads right, where it can."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kiosk.printer.models import PrinterModel
from runtime.writing.letters import shown

_WESTERN: Final = ("cp858", "cp850", "cp1252", "cp437")
PAGES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "pl": ("cp852", "cp1250"),
        "tr": ("cp857", "cp1254"),
        "uk": ("cp1251", "cp1125"),
    }
)
"""The code pages that hold a whole language, best first; the others are western."""

FOLDED: Final = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a paragraph goes over: a Python codec, and the printer's page for it; ASCII needs no page."""

    codec: str = "ascii"
    page: int | None = None


def clean(text: str) -> str:
    """One line of text, without what a printer would take for commands and what no font has."""
    is_ordered = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)
    told = "".join(_harmless(letter, is_ordered=is_ordered) for letter in text)
    return " ".join(shown(told).translate(FOLDED).split())


def encoding_for(text: str, language: str, printer: PrinterModel) -> Encoding | None:
    """How the printer can write the whole text, or None where it must be drawn."""
    if text.isascii():
        return Encoding()
    for codec in PAGES.get(language, _WESTERN):
        if codec in printer.pages and _holds(codec, text):
            return Encoding(codec, printer.pages[codec])
    return None


def plainest(text: str) -> str:
    """What ASCII leaves of a text; nothing where little more than question marks would be left."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "replace").decode().replace("?", "")
    kept = sum(letter.isalpha() for letter in bare)
    return clean(bare) if 2 * kept > sum(letter.isalpha() for letter in text) else ""


def _harmless(letter: str, *, is_ordered: bool) -> str:
    kind = unicodedata.category(letter)
    # What nobody sees orders lines that are drawn; a code page has no place for it.
    if kind == "Cf":
        return letter if is_ordered else ""
    return " " if kind[0] == "C" else letter


def _holds(codec: str, text: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
