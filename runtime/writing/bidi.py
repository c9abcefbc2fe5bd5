"""In which order the letters of a line stand: the Unicode bidirectional algorithm, as libfribidi0 does it.

Pillow loads the same library to join Arabic letters; it is used here because a line in several fonts must be put in
order before it is drawn.
"""

import ctypes
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, TypeVar

from runtime.languages import Direction, direction

LIBRARY: Final = "libfribidi.so.0"
PACKAGE: Final = "libfribidi0"

_PARAGRAPH: Final[dict[Direction, int]] = {"ltr": 0x110, "rtl": 0x111}
_OTHER: Final[dict[Direction, Direction]] = {"ltr": "rtl", "rtl": "ltr"}
_LETTERS: Final[dict[str, Direction]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}

Item = TypeVar("Item")


class NoFribidiError(Exception):
    """A Debian package is missing; the text says which."""


def direction_of(text: str, language: str) -> Direction:
    """Which way a paragraph is written: as its language is, unless all its letters are written the other way."""
    ways = {_LETTERS[kind] for kind in map(unicodedata.bidirectional, text) if kind in _LETTERS}
    usual = direction(language)
    return _OTHER[usual] if ways == {_OTHER[usual]} else usual


def levels(text: str, direction: Direction) -> list[int]:
    """How deep each letter is embedded in a paragraph of that direction; odd ones are written from right to left.

    Raises:
        NoFribidiError: libfribidi0 is missing.
    """
    length, fribidi = len(text), _library()
    letters = (ctypes.c_uint32 * length)(*map(ord, text))
    kinds, brackets = (ctypes.c_uint32 * length)(), (ctypes.c_uint32 * length)()
    found, paragraph = (ctypes.c_int8 * length)(), ctypes.c_uint32(_PARAGRAPH[direction])
    fribidi.fribidi_get_bidi_types(letters, length, kinds)
    fribidi.fribidi_get_bracket_types(letters, length, kinds, brackets)
    fribidi.fribidi_get_par_embedding_levels_ex(kinds, brackets, length, ctypes.byref(paragraph), found)
    return list(found)


def from_the_left(items: Sequence[Item], level_of: Callable[[Item], int]) -> list[Item]:
    """The items of a line as they stand from left to right."""
    ordered = list(items)
    for least in range(max(map(level_of, items), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level_of(ordered[end]) >= least:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return ordered


def around(text: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after each line in its own paragraph: the order of its letters hangs on that."""
    end = 0
    for line in lines:
        start = text.find(line, end)
        if start < 0:
            yield "", ""
            continue
        end = start + len(line)
        yield text[text.rfind("\n", 0, start) + 1 : start], text[end:].split("\n", 1)[0]


@cache
def _library() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise NoFribidiError(f"no {LIBRARY}: install the package {PACKAGE} (apt install {PACKAGE})") from error
