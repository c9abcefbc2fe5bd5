"""How large the words of a slip become on this paper, and where their lines break."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kiosk.ticket.slip import Size
from kiosk.ticket.wrap import longest_word, wrap

LARGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """How many times the printer's own letters are magnified."""

    width: int
    height: int


SCALES: Final = {
    (Size.NAME, False): (Scale(2, 2), Scale(1, 2)),
    (Size.NAME, True): (Scale(2, 2), Scale(1, 2)),
    (Size.SMALL, False): (Scale(1, 1),),
    (Size.SMALL, True): (Scale(2, 2), Scale(1, 2)),
    (Size.RUNNING, False): (Scale(2, 2), Scale(1, 2), Scale(1, 1)),
    (Size.RUNNING, True): (Scale(3, 3), Scale(2, 3), Scale(2, 2)),
}
"""Largest first; the first is taken in which no word breaks, and what is not running text takes few lines."""

MOST_LINES: Final = {Size.NAME: 2, Size.SMALL: 3, Size.RUNNING: 99}


def scale_for(texts: Iterable[str], size: Size, columns: int, *, is_large: bool) -> Scale:
    """The largest scale that suits all these paragraphs, so that they look as one."""
    scales, told = SCALES[size, is_large], list(texts)
    suiting = (scale for scale in scales if all(_suits(text, size, columns // scale.width) for text in told))
    return next(suiting, scales[-1])


def _suits(text: str, size: Size, columns: int) -> bool:
    return longest_word(text) <= columns and len(wrap(text, columns)) <= MOST_LINES[size]


def lines_of(text: str, scale: Scale, columns: int) -> list[str]:
    """The text in lines that fit."""
    return wrap(text, columns // scale.width)


def number_scale(number: str, columns: int) -> Scale:
    """As large as the printer can, on one line."""
    return Scale(max(1, min(LARGEST, columns // max(1, len(number)))), LARGEST)
