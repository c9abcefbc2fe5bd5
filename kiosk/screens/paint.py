"""What every screen is drawn with: sizes, colours, pictures, and what a touch does."""

from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Final

from kiosk.pictures import Pictures
from kiosk.view import Tone
from runtime.languages import SOURCE, direction
from screenkit import shaping
from screenkit.palette import HIGH_CONTRAST, Palette
from screenkit.palette import Tone as Colours
from screenkit.sizes import CAP_SHARE, Scale, Step, font_size, font_sizes_down
from screenkit.type import Weight

BODY_FLOOR: Final = 54
"""Body text in pixels of the 1080p grid, at least."""

LARGER: Final[dict[Step, float]] = {
    "small": 1.0, "label": 2.0, "body": 2.0, "title": 1.5, "headline": 1.3, "number": 1.0,
}  # fmt: skip
"""How much large letters enlarge each step: what is small doubles, what is large already need not."""

SMALLEST: Final = 0.42
"""As a share of a step; smaller than that no text gets."""

TIGHT: Final = 0.78
TIGHT_LARGE: Final = 0.6
"""What of the body size can be read well enough where the screen is too small for its distance."""

NEARLY: Final = 0.98
"""A step of the list of sizes that falls so little short of twice as large counts as that."""

TARGET_MM: Final = 20.2
TILE_MM: Final = 40.2
GAP_MM: Final = 3.05
RING_MM: Final = 3.05


@dataclass(frozen=True, slots=True)
class Paint:
    """One kiosk's brush; sizes are in pixels of its screen. Where things get marked there is room for a ring."""

    scale: Scale
    palette: Palette
    pictures: Pictures
    language: str = SOURCE
    is_large: bool = False
    is_marked: bool = False

    @property
    def gap(self) -> int:
        """Between two things that can be touched."""
        return max(self.scale.px(21), ceil(GAP_MM / self.scale.mm_per_px))

    @property
    def ring_room(self) -> int:
        """What a ring takes around what it marks."""
        return 2 * ceil(RING_MM / self.scale.mm_per_px / 2)

    @property
    def margin(self) -> int:
        """At the left and right of the screen."""
        return self.scale.px(56) if not self.is_tight else self.ring_room

    @property
    def edge(self) -> int:
        """At the top and the bottom of the screen."""
        return self.scale.px(20) if not self.is_tight else self.scale.px(16)

    @property
    def edge_below(self) -> int:
        """At the bottom of the screen, where a ring must fit."""
        return max(self.edge, self.ring_room)

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

    @property
    def is_high_contrast(self) -> bool:
        """Whether everything stands on black."""
        return self.palette is HIGH_CONTRAST

    @property
    def is_mirrored(self) -> bool:
        """Whether what is drawn from left to right is turned over."""
        return direction(self.language) == "rtl"

    @property
    def target(self) -> int:
        """The height of a row of things to touch."""
        return max(self.scale.px(114), ceil(TARGET_MM / self.scale.mm_per_px))

    @property
    def button(self) -> int:
        """The height of a button for one clear thing."""
        return max(self.target, round(1.36 * self.size("body")), self.scale.px(148) if not self.is_tight else 0)

    @property
    def tile(self) -> int:
        """The least width and height of a tile."""
        return ceil(TILE_MM / self.scale.mm_per_px)

    def size(self, step: Step, *, is_fixed: bool = False) -> int:
        """The font size of a step; `is_fixed` ignores large letters."""
        plain = self.scale.font(step)
        return font_size(plain * LARGER[step]) if self.is_large and not is_fixed else plain

    def sizes(self, step: Step, *, is_fixed: bool = False) -> tuple[int, ...]:
        """The font sizes to try for a step, largest first; `is_fixed` ignores large letters."""
        return font_sizes_down(self.size(step, is_fixed=is_fixed), round(SMALLEST * self.scale.font(step)))

    def line(self, size_px: int) -> int:
        """How high one line of that size is in this language, from the highest letter to the lowest."""
        reach = shaping.reach(self.language)
        return ceil((reach.above + reach.below) * size_px) + 1

    @property
    def readable(self) -> int:
        """The font size that what matters must have; on a tight screen what it can have."""
        if self.is_tight:
            return round((TIGHT_LARGE if self.is_large else TIGHT) * self.size("body"))
        times = NEARLY * LARGER["body"] if self.is_large else 1.0
        return min(self.size("body"), font_size(times * self.scale.cap_px("body") / CAP_SHARE))

    def width(self, text: str, size_px: int, weight: Weight, language: str = "") -> float:
        """How wide one line is, in pixels."""
        return shaping.width_px(text, size_px, weight, language or self.language)

    def tone(self, tone: Tone) -> Colours:
        """The colours of a tone."""
        colours: Colours = getattr(self.palette, tone)
        return colours

    def picture(self, name: str, width: int, height: int) -> Path | None:
        """A picture of at most that size."""
        return self.pictures.file(name, width, height)
