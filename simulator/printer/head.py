"""The print head and the paper under it."""

from __future__ import annotations

from dataclasses import dataclass

MM_PER_INCH = 25.4
FINE_DOTS_PER_MM = 8.0
COARSE_DOTS_PER_MM = 180 / MM_PER_INCH
COARSE_WIDTH_DOTS = 512
PAPER_WIDTHS_MM = (58.0, 80.0, 82.5, 112.0)
HEAD_TO_CUTTER_MM = 12
NARROWEST_DOTS = 96
WIDEST_DOTS = 832


@dataclass(frozen=True, slots=True)
class Head:
    """How many dots lie side by side, how close, and how wide the roll is."""

    dots: int = 576
    dots_per_mm: float = FINE_DOTS_PER_MM
    paper_mm: float = 80.0

    @property
    def paper_dots(self) -> int:
        """The width of the roll in dots."""
        return round(self.paper_mm * self.dots_per_mm)

    @property
    def to_cutter_dots(self) -> int:
        """How far the cutter lies behind the head."""
        return round(HEAD_TO_CUTTER_MM * self.dots_per_mm)

    @property
    def dpi(self) -> float:
        """Dots to an inch, as a PNG states it."""
        return self.dots_per_mm * MM_PER_INCH


def head_for(width_dots: int) -> Head:
    """The usual head of so many dots; 512 dots are 180 dpi, all others 203; ValueError outside 96 to 832."""
    if not NARROWEST_DOTS <= width_dots <= WIDEST_DOTS:
        raise ValueError(f"a print head has {NARROWEST_DOTS} to {WIDEST_DOTS} dots, not {width_dots}")
    dots_per_mm = COARSE_DOTS_PER_MM if width_dots == COARSE_WIDTH_DOTS else FINE_DOTS_PER_MM
    width_mm = width_dots / dots_per_mm
    return Head(width_dots, dots_per_mm, next(paper for paper in PAPER_WIDTHS_MM if paper > width_mm))
