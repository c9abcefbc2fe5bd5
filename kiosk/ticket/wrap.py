"""Breaking a paragraph into lines of about the same width, between words."""

from collections.abc import Callable

from runtime.writing.letters import clusters
from runtime.writing.words import words

WidthOf = Callable[[str], float]


def wrap(text: str, width: float, width_of: WidthOf = len) -> list[str]:
    """As few lines as it takes, then the narrowest that are still so few.

    A figure stays with its word, a stop with the word before it, and a vowel sign with its letter.

    Args:
        text: one paragraph
        width: the widest line, in the unit of `width_of`
        width_of: how wide a text is; characters unless told
    """
    whole = _words(text, lambda together: width_of(together) <= width)
    told = [part for word in whole for part in _parts(word, width, width_of)]
    lines = _fill(told, width, width_of)
    return _fill(told, _narrowest(told, width, len(lines), width_of), width_of)


def longest_word(text: str, width_of: WidthOf = len) -> float:
    """How wide the widest word is that may not be broken."""
    return max((width_of(word) for word in _words(text)), default=0)


def _words(text: str, fits: Callable[[str], bool] = lambda _together: True) -> list[str]:
    return [word for word in words(" ".join(text.split()), fits) if word]


def _parts(word: str, width: float, width_of: WidthOf) -> list[str]:
    parts = [""]
    for letter in clusters(word):
        if parts[-1] and width_of(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _fill(words: list[str], width: float, width_of: WidthOf) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width_of(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _narrowest(words: list[str], width: float, count: int, width_of: WidthOf) -> float:
    """The narrowest width in which the words still take `count` lines."""
    low, high = max((width_of(word) for word in words), default=0), width
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_fill(words, middle, width_of)) <= count else (middle, high)
    return low if len(_fill(words, low, width_of)) <= count else high
