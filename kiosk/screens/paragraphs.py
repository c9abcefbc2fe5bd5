"""Texts under each other, such as a title and sentences, all at sizes at which everything fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.drawn import Across, Down, Drawn, Words
from screenkit.palette import Colour
from screenkit.shaping import reach
from screenkit.sizes import CAP_SHARE, Step, font_size
from screenkit.type import Weight
from screenkit.wrap import Fitted, fit

AIR: Final = 0.62
"""The space between two paragraphs, as a share of the font size."""

_UNBOUNDED: Final = 1_000_000
_DOWN: Final[dict[Down, float]] = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text, in a step of the sizes or `times` that."""

    text: str
    step: Step = "body"
    weight: Weight = "regular"
    leading: float = 1.3
    times: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs at sizes that are a `share` of what they should be; still too large where not even the least fits."""

    paint: Paint
    paragraphs: tuple[Paragraph, ...]
    fitted: tuple[Fitted, ...]
    share: float
    air: float

    @property
    def height(self) -> int:
        """From the highest letter to the lowest, in pixels."""
        return sum(each.height_px for each in self.fitted) + sum(self.airs)

    def width(self, weight: Weight) -> int:
        """Of the longest line in that weight, in pixels."""
        lines = ((line, each.size_px) for each in self.fitted for line in each.lines)
        return round(max(self.paint.width(line, size_px, weight) for line, size_px in lines)) + 2

    @property
    def optical_shift(self) -> int:
        """How far down the middle is where the eye puts it: between the first capitals and the last base line."""
        first, last = self.fitted[0], self.fitted[-1]
        above = (first.reach.above - CAP_SHARE) * first.size_px
        return round((last.reach.below * last.size_px - above) / 2)

    def words(self, at: int, place: Box, colour: Colour, across: Across) -> Words:
        """One of the paragraphs at its place."""
        paragraph = self.paragraphs[at]
        return Words(
            place,
            paragraph.text,
            language=self.paint.language,
            sizes_px=(self.fitted[at].size_px,),
            colour=colour,
            weight=paragraph.weight,
            across=across,
            down="top",
            leading=paragraph.leading,
        )

    @property
    def airs(self) -> list[int]:
        """Between each two paragraphs, in pixels."""
        return [round(self.air * min(one.size_px, two.size_px)) for one, two in pairwise(self.fitted)]


def set_in(paint: Paint, box: Box, paragraphs: Sequence[Paragraph], *, share: float = 1.0, air: float = AIR) -> Block:
    """The paragraphs at the largest sizes that fit the box; at most at that share of their steps."""
    largest = paint.sizes("body")[0]
    for body in paint.sizes("body"):
        if body / largest > share:
            continue
        fitted = tuple(_at(paint, box.width, paragraph, body / largest) for paragraph in paragraphs)
        block = Block(paint, tuple(paragraphs), fitted, body / largest, air)
        if all(each.is_whole for each in fitted) and block.height <= box.height:
            break
    return block


def put(block: Block, box: Box, colour: Colour, *, across: Across = "left", down: Down = "middle") -> list[Drawn]:
    """The block as words within the box."""
    spare = max(0, box.height - block.height)
    y = box.y + min(spare, round(spare * _DOWN[down]) + (block.optical_shift if down == "middle" else 0))
    parts: list[Drawn] = []
    for at, (fitted, below) in enumerate(zip(block.fitted, [*block.airs, 0], strict=True)):
        place = Box(box.x, y, box.width, fitted.height_px)
        parts.append(block.words(at, place, colour, across))
        y += fitted.height_px + below
    return parts


def write(
    paint: Paint, box: Box, paragraphs: Sequence[Paragraph], colour: Colour, *, down: Down = "middle"
) -> list[Drawn]:
    """The paragraphs as words within the box, as large as fits."""
    return put(set_in(paint, box, paragraphs), box, colour, down=down)


def _at(paint: Paint, width: int, paragraph: Paragraph, share: float) -> Fitted:
    size = font_size(share * paragraph.times * paint.sizes(paragraph.step)[0])
    return fit(
        paragraph.text,
        (width, _UNBOUNDED),
        (size,),
        lambda text, size_px: paint.width(text, size_px, paragraph.weight),
        leading=paragraph.leading,
        reach=reach(paint.language),
    )
