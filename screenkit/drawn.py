"""What a screen is made of, before there is a window: areas, words, pictures, things to touch, each at its box.

Layouts are computed from left to right; `mirrored` turns one over for languages that are read from right to left.
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, Literal

from runtime.writing.bidi import around
from screenkit.boxes import Box
from screenkit.palette import Colour, Tone
from screenkit.pictures import picture_size
from screenkit.shaping import ALONE, reach_of, width_px, written_in
from screenkit.sizes import CAP_SHARE
from screenkit.type import Weight
from screenkit.wrap import LATIN, Fitted, fit

Across = Literal["left", "centre", "right"]
Down = Literal["top", "middle", "bottom"]

WHITE: Final[Colour] = (1.0, 1.0, 1.0, 1.0)

_MIRRORED: Final[dict[Across, Across]] = {"left": "right", "centre": "centre", "right": "left"}
_ACROSS: Final[dict[Across, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}


@lru_cache(maxsize=8192)
def fit_in(
    text: str, room_px: tuple[int, int], sizes_px: tuple[int, ...], *, weight: Weight, language: str, leading: float
) -> Fitted:
    """The text at the first of the sizes at which it fits a room of that width and height; else at the last."""
    language = written_in(text, language)
    return fit(
        text,
        room_px,
        sizes_px,
        lambda line, size_px: width_px(line, size_px, weight, language),
        leading=leading,
        reach=reach_of(text, weight, language),
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """A flat area with round corners and, where the tone has one, a border."""

    box: Box
    tone: Tone
    radius: int = 0
    border: int = 0

    def mirrored(self, width: int) -> "Panel":
        """As in a mirror, on a screen of that width."""
        return replace(self, box=self.box.mirrored(width))


@dataclass(frozen=True, slots=True)
class Touch:
    """Something to touch, and what it looks like; `name` tells it from others."""

    box: Box
    tone: Tone
    name: object
    radius: int = 0
    border: int = 0

    def mirrored(self, width: int) -> "Touch":
        """As in a mirror, on a screen of that width."""
        return replace(self, box=self.box.mirrored(width))


@dataclass(frozen=True, slots=True)
class Ring:
    """The focus: an ink ring inside a sun ring around a box, each `thick` pixels."""

    box: Box
    ink: Colour
    sun: Colour
    radius: int
    thick: int

    def mirrored(self, width: int) -> "Ring":
        """As in a mirror, on a screen of that width."""
        return replace(self, box=self.box.mirrored(width))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file in its box, in its own size; a tint colours a white one."""

    box: Box
    file: Path
    tint: Colour = WHITE
    across: Across = "centre"
    name: object = None

    @property
    def ink(self) -> Box:
        """Where it can be seen."""
        width, height = picture_size(self.file)
        return Box(
            self.box.x + round((self.box.width - width) * _ACROSS[self.across]),
            self.box.centred(width, height).y,
            width,
            height,
        )

    def mirrored(self, width: int) -> "Picture":
        """At its place in a mirror, itself not turned over."""
        return replace(self, box=self.box.mirrored(width), across=_MIRRORED[self.across])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words: its left edge and its base line, in pixels of the window.

    `around` is what stands before and after it in its paragraph.
    """

    text: str
    x: int
    base: int
    width: int
    around: tuple[str, str] = ALONE


@dataclass(frozen=True)
class Words:
    """A text, wrapped, at the first of the sizes at which it fits its box; `name` tells what it is."""

    box: Box
    text: str
    language: str
    sizes_px: tuple[int, ...]
    colour: Colour
    weight: Weight = "regular"
    across: Across = "left"
    down: Down = "middle"
    leading: float = LATIN.leading
    name: object = None

    @cached_property
    def written_in(self) -> str:
        """The language as whose it is drawn."""
        return written_in(self.text, self.language)

    @cached_property
    def fitted(self) -> Fitted:
        """The text in lines, and its size."""
        room = (self.box.width, self.box.height)
        return fit_in(
            self.text,
            room,
            self.sizes_px,
            weight=self.weight,
            language=self.language,
            leading=self.leading,
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Where each line stands; empty ones only take room."""
        pitch_px, base = self.fitted.pitch_px, self._first_base
        told = zip(self.fitted.lines, around(self.text, self.fitted.lines), strict=True)
        placed = [self._line(text, base + at * pitch_px, context) for at, (text, context) in enumerate(told)]
        return tuple(line for line in placed if line.text)

    @property
    def ink(self) -> Box:
        """Where letters are."""
        left = min((line.x for line in self.lines), default=self.box.x)
        widest = max((line.width for line in self.lines), default=0)
        return Box(left, self._first_base - self.fitted.above_px, widest, self.fitted.height_px)

    def mirrored(self, width: int) -> "Words":
        """At its place in a mirror, to be read as before."""
        return replace(self, box=self.box.mirrored(width), across=_MIRRORED[self.across])

    def _measure(self, text: str, size_px: int) -> float:
        return width_px(text, size_px, self.weight, self.written_in)

    def _line(self, text: str, base: int, context: tuple[str, str]) -> Line:
        width = round(self._measure(text, self.fitted.size_px))
        return Line(text, self.box.x + round((self.box.width - width) * _ACROSS[self.across]), base, width, context)

    @property
    def _first_base(self) -> int:
        fitted, box = self.fitted, self.box
        highest = box.y + fitted.above_px
        lowest = box.bottom - fitted.height_px + fitted.above_px
        if self.down == "top":
            return highest
        if self.down == "bottom":
            return lowest
        # Between the top of the first capitals and the last base line, where the eye puts the middle.
        cap = CAP_SHARE * fitted.size_px
        block = (len(fitted.lines) - 1) * fitted.pitch_px + cap
        return max(min(box.y + round((box.height - block) / 2 + cap), lowest), highest)


Drawn = Panel | Touch | Ring | Picture | Words
