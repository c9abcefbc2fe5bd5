"""What every screen is drawn with: sizes, colours, pictures, and what a touch does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.pictures import Pictures
from kiosk.view import Tone
from runtime.languages import SOURCE
from screenkit import shaping
from screenkit.palette import Palette
from screenkit.palette import Tone as Colours
from screenkit.sizes import Scale, Step, font_sizes_down
from screenkit.type import Weight

BODY_FLOOR: Final = 54
"""Body text in pixels of the 1080p grid, at least."""

LARGE: Final = 2
TARGET_MM: Final = 20.4
TILE_MM: Final = 40.0
GAP_MM: Final = 3.2


@dataclass(frozen=True, slots=True)
class Paint:
    """One kiosk's brush; sizes are in pixels of its screen."""

    scale: Scale
    palette: Palette
    pictures: Pictures
    language: str = SOURCE
    is_large: bool = False

    @property
    def gap(self) -> int:
        """Between two things that can be touched."""
        wanted = max(self.scale.px(21), self.scale.mm(GAP_MM))
        return min(wanted, self.scale.px(40))

    @property
    def margin(self) -> int:
        """At the left and right of the screen."""
        return self.scale.px(56) if not self.is_tight else self.scale.px(36)

    @property
    def radius(self) -> int:
        """Of corners."""
        return self.scale.px(28)

    @property
    def border(self) -> int:
        """How thick a border is."""
        return max(2, self.scale.px(3))

    @property
    def is_tight(self) -> bool:
        """Whether the screen is so low that three rows of things to touch do not fit."""
        return min(self.scale.pixels) * self.scale.mm_per_px < 5 * TARGET_MM

    def target(self, share: float) -> int:
        """The height of a row of things to touch; at most this share of the screen's height."""
        wanted = max(self.scale.px(114), self.scale.mm(TARGET_MM))
        return min(wanted, round(share * self.scale.pixels[1]))

    def sizes(self, step: Step, *, is_fixed: bool = False) -> tuple[int, ...]:
        """The font sizes to try for a step, largest first; `is_fixed` ignores large letters."""
        largest = self.scale.font(step) * (LARGE if self.is_large and not is_fixed else 1)
        return font_sizes_down(largest, round(0.45 * self.scale.font(step)))

    def width(self, text: str, size_px: int, weight: Weight) -> float:
        """How wide one line is, in pixels."""
        return shaping.width_px(text, size_px, weight, self.language)

    def tone(self, tone: Tone) -> Colours:
        """The colours of a tone."""
        colours: Colours = getattr(self.palette, tone)
        return colours

    def picture(self, name: str, width: int, height: int) -> Path | None:
        """A picture of at most that size."""
        return self.pictures.file(name, width, height)
