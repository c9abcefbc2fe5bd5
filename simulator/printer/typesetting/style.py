"""How letters look: font, size, weight and what else a printer can do with them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """A cell of letters, in dots; `size` is the font size that fills it."""

    width: int
    height: int
    baseline: int
    size: int


FONT_A = Font(12, 24, 19, 20)
FONT_B = Font(9, 17, 13, 15)


@dataclass(frozen=True, slots=True)
class Style:
    """The look of the next letters; `width` and `height` magnify 1 to 8 times, `gap` is dots beside each letter."""

    font: Font = FONT_A
    width: int = 1
    height: int = 1
    is_bold: bool = False
    underline: int = 0
    is_reverse: bool = False
    gap: int = 0
