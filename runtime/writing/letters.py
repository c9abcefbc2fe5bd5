"""Which letters can be shown: those that the fonts have, on screens as on tickets."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# What fonts-noto-core and fonts-sil-abyssinica have together, in each weight; a test compares them.
_RANGES: Final = (
    (0x0020, 0x03E1),
    (0x03F0, 0x052F),
    (0x0606, 0x061B),
    (0x061E, 0x06FF),
    (0x0750, 0x077F),
    (0x1200, 0x1399),
    (0x1E00, 0x20BF),
    (0x2100, 0x215F),
    (0x25CC, 0x25CC),
    (0x2D80, 0x2DDE),
    (0xAB01, 0xAB2E),
    (0xFB00, 0xFB06),
    (0xFB50, 0xFBB1),
    (0xFE70, 0xFEFC),
)
_STARTS: Final = tuple(first for first, _ in _RANGES)

UNKNOWN: Final = "?"
"""Stands for a letter that cannot be shown."""


def missing(text: str) -> str:
    """The letters and signs of a text that cannot be shown, each once."""
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(letter for letter in letters if not (letter.isspace() or _has(letter)))


@lru_cache(maxsize=4096)
def shown(text: str) -> str:
    """A line as it is shown: of what no font has, a letter in its plainest form and a sign left out."""
    if text.isascii() and text.isprintable():
        return text
    whole = unicodedata.normalize("NFC", text)
    if all(map(_has, whole)):
        return whole
    return re.sub(" +", " ", "".join(map(_plainest, whole))).strip()


def clusters(word: str) -> Iterator[str]:
    """The letters of a word, each with the signs above and below it."""
    cluster = ""
    for letter in word:
        if cluster and unicodedata.category(letter)[0] != "M":
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _has(letter: str) -> bool:
    kind, code = unicodedata.category(letter), ord(letter)
    if kind in {"Zs", "Cf"} or kind[0] == "C":
        return kind in {"Zs", "Cf"}
    at = bisect_right(_STARTS, code) - 1
    return at >= 0 and code <= _RANGES[at][1]


def _plainest(letter: str) -> str:
    if letter.isspace():
        return " "
    if _has(letter):
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    if all(map(_has, plain)):
        return plain
    return UNKNOWN if unicodedata.category(letter)[0] in "LN" else ""
