"""Which words of a paragraph may stand on lines of their own."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_OPENS: Final = frozenset({"Ps", "Pi"})
_ALSO_OPENS: Final = frozenset("¿¡#№")
_FIGURE: Final = re.compile(r"\W*\d([\d.,:\N{EN DASH}-]*\d)?")


def words(paragraph: str, fits: Callable[[str], bool] = lambda _together: True) -> list[str]:
    """The paragraph, cut at its spaces but for those that hold together.

    A stop or a bracket stays with the word it closes or opens, and a figure, if both fit a line, with what it counts.
    """
    found: list[str] = []
    for word in paragraph.split(" "):
        if found and _hold_together(found[-1], word, fits):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _hold_together(before: str, word: str, fits: Callable[[str], bool]) -> bool:
    if not before or not word:
        return False
    if _is_opening(before) or (_is_sign(word) and not _is_opening(f"{before} {word}")):
        return True
    is_figure = _FIGURE.fullmatch(before.rpartition(" ")[2])
    return bool(is_figure) and word[0].isalnum() and fits(f"{before} {word}")


def _is_opening(text: str) -> bool:
    """Whether it ends with a sign that belongs to the word after it; a currency does where no figure is before it."""
    rest, _, last = text.rpartition(" ")
    if not last or not _is_sign(last):
        return False
    kind = unicodedata.category(last[-1])
    return kind in _OPENS or last[-1] in _ALSO_OPENS or (kind == "Sc" and not rest[-1:].isdecimal())


def _is_sign(word: str) -> bool:
    return not any(letter.isalnum() for letter in word)
