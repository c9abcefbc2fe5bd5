"""Texts under each other, such as a title and sentences, all at sizes at which everything fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.drawn import Across, Down, Drawn, Words, fit_in
from screenkit.palette import Colour
from screenkit.sizes import CAP_SHARE, Step, font_size
from screenkit.type import Weight
from screenkit.wrap import Fitted

AIR: Final = 0.62
"""The space between two paragraphs, as a share of the font size."""

SQUEEZES: Final = ((1.0, 1.0), (0.86, 1.0), (0.72, 0.8), (0.64, 0.6))
"""What gives way before body text does: larger steps, which never get smaller than body text, and the air."""

_UNBOUNDED: Final = 1_000_000
_DOWN: Final[dict[Down, float]] = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text, in a step of the sizes or `times` that; `name` tells what it is."""

    text: str
    step: Step = "body"
    weight: Weight = "regular"
    leading: float = 1.3
    times: float = 1.0
    name: object = None
    language: str = ""
    spare: float = 0.0
    """What stays free beside its lines, as a multiple of the font size."""


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in lines, after giving way so many times; still too large where not even the least fits."""

    paint: Paint
    paragraphs: tuple[Paragraph, ...]
    fitted: tuple[Fitted, ...]
    gave_way: int
    air: float
    room: tuple[int, int]

    @property
    def height(self) -> int:
        """From the highest letter to the lowest, in pixels."""
        return sum(each.height_px for each in self.fitted) + sum(self.airs)

    @property
    def is_whole(self) -> bool:
        """Whether all of it fits the room."""
        return all(each.is_whole for each in self.fitted) and self.height <= self.room[1]

    @property
    def is_readable(self) -> bool:
        """Whether it fits at sizes that can be read; what is small by its step may be."""
        least = (min(self.paint.readable, self.paint.size(each.step)) for each in self.paragraphs)
        return self.is_whole and all(each.size_px >= size_px for each, size_px in zip(self.fitted, least, strict=True))

    @property
    def width(self) -> int:
        """Of the longest line, in pixels."""
        return (
            round(
                max(
                    self.paint.width(line, fitted.size_px, paragraph.weight, paragraph.language)
                    for paragraph, fitted in zip(self.paragraphs, self.fitted, strict=True)
                    for line in fitted.lines
                )
            )
            + 2
        )

    @property
    def optical_shift(self) -> int:
        """How far down the middle is where the eye puts it: between the first capitals and the last base line."""
        first, last = self.fitted[0], self.fitted[-1]
        above = (first.reach.above - CAP_SHARE) * first.size_px
        return round((last.reach.below * last.size_px - above) / 2)

    def words(self, at: int, place: Box, colour: Colour, across: Across) -> Words:
        """One of the paragraphs at its place."""
        paragraph, size = self.paragraphs[at], self.fitted[at].size_px
        return Words(
            place.left_part(place.width - round(paragraph.spare * size))[0],
            paragraph.text,
            language=paragraph.language or self.paint.language,
            sizes_px=(size,),
            colour=colour,
            weight=paragraph.weight,
            across=across,
            down="top",
            leading=paragraph.leading,
            name=paragraph.name,
        )

    @property
    def airs(self) -> list[int]:
        """Between each two paragraphs, in pixels."""
        least = self.paint.ring_room if self.paint.is_marked and self._has_names else 0
        return [max(least, round(self.air * min(one.size_px, two.size_px))) for one, two in pairwise(self.fitted)]

    @property
    def _has_names(self) -> bool:
        """Whether each of them may be marked alone."""
        return len({paragraph.name for paragraph in self.paragraphs}) == len(self.paragraphs)


def set_in(paint: Paint, box: Box, paragraphs: Sequence[Paragraph], *, gave_way: int = 0, air: float = AIR) -> Block:
    """The paragraphs at the largest sizes that fit the box; `gave_way` times smaller, at least."""
    return _set_in(paint, (box.width, box.height), tuple(paragraphs), gave_way, air)


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


@lru_cache(maxsize=2048)
def _set_in(paint: Paint, room: tuple[int, int], paragraphs: tuple[Paragraph, ...], least: int, air: float) -> Block:
    ways = _ways(paint)
    for gave_way in range(min(least, len(ways) - 1), len(ways)):
        share, squeeze, closer = ways[gave_way]
        fitted = tuple(_at(paint, room[0], paragraph, share, squeeze) for paragraph in paragraphs)
        block = Block(paint, paragraphs, fitted, gave_way, air * closer, room)
        if block.is_whole:
            break
    return block


@lru_cache(maxsize=64)
def _ways(paint: Paint) -> tuple[tuple[float, float, float], ...]:
    """Share of every step, share of larger steps, share of the air."""
    largest, *smaller = paint.sizes("body")
    return (*((1.0, *squeeze) for squeeze in SQUEEZES), *((size / largest, *SQUEEZES[-1]) for size in smaller))


def _at(paint: Paint, width: int, paragraph: Paragraph, share: float, squeeze: float) -> Fitted:
    full = paragraph.times * paint.size(paragraph.step)
    size = font_size(share * max(squeeze * full, min(full, paint.size("body"))))
    language = paragraph.language or paint.language
    return fit_in(
        paragraph.text,
        (width - round(paragraph.spare * size), _UNBOUNDED),
        (size,),
        weight=paragraph.weight,
        language=language,
        leading=paragraph.leading,
    )
