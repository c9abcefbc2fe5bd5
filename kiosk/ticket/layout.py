"""How large the words of a slip become on this paper, and where their lines break."""

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
    (Size.SMALL, False): (Scale(1, 2), Scale(1, 1)),
    (Size.SMALL, True): (Scale(2, 2), Scale(1, 2)),
    (Size.RUNNING, False): (Scale(2, 2), Scale(1, 2), Scale(1, 1)),
    (Size.RUNNING, True): (Scale(3, 3), Scale(2, 3), Scale(2, 2)),
}
"""Largest first; the first is taken in which no word breaks."""


def scale_for(text: str, size: Size, columns: int, *, is_large: bool) -> Scale:
    """The largest scale that suits the words; a name, where it can, on one line."""
    scales = SCALES[size, is_large]
    needed = len(text) if size is Size.NAME else longest_word(text)
    return next((scale for scale in scales if needed <= columns // scale.width), scales[-1])


def lines_of(text: str, scale: Scale, columns: int) -> list[str]:
    """The text in lines that fit."""
    return wrap(text, columns // scale.width)


def number_scale(number: str, columns: int) -> Scale:
    """As large as the printer can, on one line."""
    return Scale(max(1, min(LARGEST, columns // max(1, len(number)))), LARGEST)
