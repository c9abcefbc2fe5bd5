"""Which words of a paragraph may stand on lines of their own."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_OPENS: Final = frozenset({"Ps", "Pi"})
_ALSO_OPENS: Final = frozenset("¿¡#№")
_FIGURE: Final = re.compile(r"\W*\d([\d.,:\N{EN DASH}-]*\d)?")


def words(paragraph: str, fits: Callable[[str], bool] = lambda _together: True) -> list[str]:
    """The paragraph, cut at its spaces but for those that hold together.

    A stop or a bracket stays with the word it closes or opens, and a figure, if both fit a line, with what it counts.
    """
    found: list[str] = []
    for word in _tied(paragraph):
        if found and _is_figure(found[-1]) and word[:1].isalnum() and fits(f"{found[-1]} {word}"):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


@lru_cache(maxsize=4096)
def _tied(paragraph: str) -> tuple[str, ...]:
    """The words with the signs that belong to them."""
    found: list[str] = []
    for word in paragraph.split(" "):
        if found and _belong_together(found[-1], word):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return tuple(found)


def _belong_together(before: str, word: str) -> bool:
    if not before or not word:
        return False
    return _is_opening(before) or (_is_sign(word) and not _is_opening(f"{before} {word}"))


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text.rpartition(" ")[2]))


def _is_opening(text: str) -> bool:
    """Whether it ends with a sign that belongs to the word after it; a currency does where no figure is before it."""
    rest, _, last = text.rpartition(" ")
    if not last or not _is_sign(last):
        return False
    kind = unicodedata.category(last[-1])
    return kind in _OPENS or last[-1] in _ALSO_OPENS or (kind == "Sc" and not rest[-1:].isdecimal())


def _is_sign(word: str) -> bool:
    return not any(letter.isalnum() for letter in word)
