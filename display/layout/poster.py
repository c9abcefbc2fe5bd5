"""A picture of the board as a list of things to draw: plain areas, lines of text, and a card for each call."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, Literal

from screenkit.boxes import Box
from screenkit.sizes import CAP_SHARE
from screenkit.type import Weight
from screenkit.wrap import ASCENDER_SHARE, DESCENDER_SHARE, Fitted

Colour = Literal["paper", "ink", "soft", "line", "water", "sun", "white"]
"""A colour, by what it is for."""

Measure = Callable[[str, int, Weight], float]
"""The width in pixels of one line of text at a font size and a weight."""

MeasureIn = Callable[[str, int, Weight, str], float]
"""The same in a language, which may be written in another script."""

EM_PX: Final = 100


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of one colour."""

    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text that begins at `x` and stands on `baseline`; without a language it is in the branch's own."""

    text: str
    x: int
    baseline: int
    size_px: int
    weight: Weight
    colour: Colour
    language: str = ""

    def box(self, measure: Measure) -> Box:
        """Where its letters may be, with accents and tails."""
        top = self.baseline - round(ASCENDER_SHARE * self.size_px)
        bottom = self.baseline + round(DESCENDER_SHARE * self.size_px)
        return Box(self.x, top, ceil(measure(self.text, self.size_px, self.weight)), bottom - top)


@dataclass(frozen=True, slots=True)
class Card:
    """A call that stands on the screen now; lit for a while after its chime."""

    call_id: str
    box: Box
    number: Line
    desk: Line
    own: Line | None = None
    """The desk in the visitor's own language."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All that is written on it."""
        return (self.number, self.desk, self.own) if self.own else (self.number, self.desk)

    def lit(self) -> tuple[Line, ...]:
        """Its lines as they are written on the lit card."""
        return tuple(replace(line, colour="ink") for line in self.lines)


@dataclass(frozen=True, slots=True)
class Poster:
    """The whole picture; the cards lie on the areas."""

    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    cards: tuple[Card, ...] = ()


def em(texts: tuple[str, ...], weight: Weight, measure: Measure) -> float:
    """The width of the widest text as a share of its font size, with a little room for rounding."""
    return max((measure(text, EM_PX, weight) for text in texts), default=0.0) / EM_PX * 1.02


def cap_px(size_px: int) -> int:
    """How high a capital or a figure of that font size is."""
    return round(CAP_SHARE * size_px)


def lines_of(fitted: Fitted, x: int, top: int, weight: Weight, colour: Colour) -> tuple[Line, ...]:
    """A fitted text as lines, its first line's letters beginning at `top`."""
    first = top + round(ASCENDER_SHARE * fitted.size_px)
    return tuple(
        Line(text, x, first + index * fitted.pitch_px, fitted.size_px, weight, colour)
        for index, text in enumerate(fitted.lines)
    )
