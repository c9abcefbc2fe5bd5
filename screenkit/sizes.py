"""How large things are: millimetres and viewing distance in, pixels out."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import radians, tan
from typing import Final, Literal

from runtime.settings.model import Screen

Step = Literal["small", "label", "body", "title", "headline", "number"]

CAP_SHARE: Final = 0.714
"""Height of a capital in Noto Sans, as a share of the font size."""

CAP_ANGLE: Final = radians(0.7)
"""What a capital subtends at the viewing distance; EN 301 549 clause 5.1.4."""

STEPS: Final[dict[Step, float]] = {
    "small": 0.69, "label": 0.83, "body": 1.0, "title": 1.32, "headline": 2.0, "number": 8.0,
}  # fmt: skip
"""The six sizes of letters, as shares of the body."""

# Each size of each weight stays in memory for good, so there is a fixed list of them.
FONT_SIZES: Final = (
    12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 40, 44, 48, 52, 58, 64, 70, 76, 84, 92, 104, 116, 128, 136, 144,
    160, 176, 192, 208, 224, 256, 272, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 864, 960,
)  # fmt: skip


def font_size(at_least_px: float) -> int:
    """The smallest size of the list that is at least so many pixels; the largest where none is."""
    return FONT_SIZES[min(bisect_left(FONT_SIZES, at_least_px), len(FONT_SIZES) - 1)]


def font_sizes_down(largest_px: int, smallest_px: int = FONT_SIZES[0]) -> tuple[int, ...]:
    """The sizes of the list from the largest down to the smallest, both included."""
    low, high = bisect_left(FONT_SIZES, smallest_px), bisect_right(FONT_SIZES, largest_px)
    return FONT_SIZES[low:high][::-1] or (FONT_SIZES[0],)


@dataclass(frozen=True, slots=True)
class Scale:
    """One screen: from millimetres and grid units to its pixels.

    `body_limit` is the largest body text as a share of the short side, for a screen too small for its distance;
    `body_floor` the smallest in pixels of the 1080p grid, for one so large that readable text would look lost.
    """

    screen: Screen
    pixels: tuple[int, int]
    body_limit: float = 0.08
    body_floor: float = 0.0

    @property
    def is_portrait(self) -> bool:
        """Whether the screen is higher than wide."""
        return self.pixels[1] > self.pixels[0]

    @property
    def mm_per_px(self) -> float:
        """The size of a pixel; of the smaller side where a pixel is not square, so that nothing gets too small."""
        return min(mm / px for mm, px in zip(self.screen.millimetres, self.pixels, strict=True))

    def mm(self, millimetres: float) -> int:
        """So many millimetres in whole pixels."""
        return round(millimetres / self.mm_per_px)

    def px(self, at_1080p: float) -> int:
        """Pixels of the 1080p grid on this screen; never less than one."""
        long, short = max(self.pixels), min(self.pixels)
        return max(1, round(at_1080p * min(long / 1920, short / 1080)))

    def cap_px(self, step: Step) -> float:
        """How high a capital of this step must be to be read at the viewing distance."""
        return STEPS[step] * self.screen.viewing_distance_mm * tan(CAP_ANGLE) / self.mm_per_px

    def font(self, step: Step) -> int:
        """The font size of a step, from the fixed list."""
        limit = STEPS[step] * self.body_limit * min(self.pixels)
        wanted = font_size(max(self.cap_px(step) / CAP_SHARE, STEPS[step] * self.px(self.body_floor)))
        return wanted if wanted <= limit else font_sizes_down(round(limit))[0]

    @property
    def readable_mm(self) -> int:
        """From how far body text can be read."""
        return round(self.font("body") * CAP_SHARE * self.mm_per_px / tan(CAP_ANGLE))

    @property
    def is_readable(self) -> bool:
        """Whether body text can be read from the viewing distance."""
        return self.readable_mm >= self.screen.viewing_distance_mm
