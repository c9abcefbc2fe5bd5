"""A drawn screen of the kiosk, and what stands on it."""

from typing import TypeVar

from kiosk_screens import pages, views

from screenkit.drawn import Drawn, Words
from screenkit.sizes import CAP_SHARE

WIDE = "1920x1080"
TALL = "1080x1920"

Part = TypeVar("Part", bound=Drawn)


def screen(size: str, view_name: str, *, language: str = "nl", look: str = "standard") -> list[Drawn]:
    """The first page of the view of that name."""
    return pages(size, dict(views(size, language, look))[view_name])[0]


def named(parts: list[Drawn], name: str) -> Words:
    """The words of that name."""
    return next(part for part in parts if isinstance(part, Words) and part.name == name)


def every(parts: list[Drawn], kind: type[Part]) -> list[Part]:
    """All parts of that kind."""
    return [part for part in parts if isinstance(part, kind)]


def capitals(words: Words) -> tuple[int, int]:
    """Where the first capitals begin and the last base line is, in pixels from the top."""
    return words.lines[0].base - round(CAP_SHARE * words.fitted.size_px), words.lines[-1].base
