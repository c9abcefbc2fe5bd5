"""A slip of paper as it is meant, whatever the printer: lines of words, a number, a square of dots."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

DUTCH: Final = "nl"


class Size(Enum):
    """How large words are, by what they are for."""

    NAME = "name"
    SMALL = "small"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in one language."""

    text: str
    language: str = DUTCH
    size: Size = Size.RUNNING
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """The ticket's number, as large as the paper takes."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """White paper."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A web address as a QR code."""

    address: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A line of so many dots, with its length beside it; for the test page."""

    width_dots: int


@dataclass(frozen=True, slots=True)
class PageSample:
    """Letters by a printer's own number for a code page, right or wrong; for the test page."""

    number: int
    codec: str
    letters: str
    is_bold: bool = False


Piece = Words | Number | Gap | Qr | Ruler | PageSample


@dataclass(frozen=True, slots=True)
class Slip:
    """What is on the paper, from top to bottom."""

    pieces: tuple[Piece, ...]
    is_large: bool = False
