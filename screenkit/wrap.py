"""How a text is broken into lines so that it fits its box; who measures is an argument."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

Measure = Callable[[str, int], float]
"""The width in pixels of one line at a font size."""

ASCENDER_SHARE: Final = 0.80
DESCENDER_SHARE: Final = 0.26
"""How far the letters of a Latin line reach above and below its base line, as shares of the font size."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines at a font size; it may still be too large where even the smallest size did not fit."""

    lines: tuple[str, ...]
    size_px: int
    pitch_px: int
    is_whole: bool

    @property
    def height_px(self) -> int:
        """From the top of the highest letter to the bottom of the lowest."""
        return block_height(len(self.lines), self.size_px, self.pitch_px)


def block_height(lines: int, size_px: int, pitch_px: int) -> int:
    """How high so many lines of letters are, in pixels."""
    return (lines - 1) * pitch_px + round((ASCENDER_SHARE + DESCENDER_SHARE) * size_px)


def wrap(text: str, width_px: int, size_px: int, measure: Measure) -> tuple[str, ...]:
    """The text in lines that fit the width where words allow; a line break in the text stays."""
    return tuple(line for paragraph in text.split("\n") for line in _wrap_one(paragraph, width_px, size_px, measure))


def fit(text: str, box_px: tuple[int, int], sizes_px: Sequence[int], measure: Measure, leading: float = 1.3) -> Fitted:
    """The text at the first of the sizes, largest first, at which it fits; else at the last."""
    width_px, height_px = box_px
    for size_px in sizes_px:
        lines = wrap(text, width_px, size_px, measure)
        is_narrow = all(measure(line, size_px) <= width_px for line in lines)
        fitted = Fitted(lines, size_px, round(size_px * leading), is_whole=is_narrow)
        if is_narrow and fitted.height_px <= height_px:
            return fitted
    return Fitted(fitted.lines, fitted.size_px, fitted.pitch_px, is_whole=False)


def _wrap_one(paragraph: str, width_px: int, size_px: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in paragraph.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size_px) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
