"""How a text is broken into lines so that it fits its box; who measures is an argument."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from runtime.writing.words import words
from screenkit.even import evenly

Measure = Callable[[str, int], float]
"""The width in pixels of one line at a font size."""

ASCENDER_SHARE: Final = 0.80
DESCENDER_SHARE: Final = 0.26
"""How far the letters of a Latin line reach above and below its base line, as shares of the font size."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far letters reach above and below their base line, and how far base lines lie apart, per font size.

    `least` is how far they lie apart at least, where lines are set closer than usual.
    """

    above: float = ASCENDER_SHARE
    below: float = DESCENDER_SHARE
    leading: float = 1.3
    least: float = 0.0

    def pitch_px(self, size_px: int, leading: float) -> int:
        """From base line to base line, where those of a Latin text lie `leading` apart."""
        return round(size_px * max(leading * self.leading / LATIN.leading, self.least))


LATIN: Final = Reach()


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines at a font size; it may still be too large where even the smallest size did not fit."""

    lines: tuple[str, ...]
    size_px: int
    pitch_px: int
    is_whole: bool
    reach: Reach = LATIN

    @property
    def above_px(self) -> int:
        """From the top of the highest letter to the first base line."""
        return round(self.reach.above * self.size_px)

    @property
    def height_px(self) -> int:
        """From the top of the highest letter to the bottom of the lowest."""
        reach = self.reach.above + self.reach.below
        return (len(self.lines) - 1) * self.pitch_px + round(reach * self.size_px)


def wrap(text: str, width_px: int, size_px: int, measure: Measure) -> tuple[str, ...]:
    """The text in lines that fit the width where words allow, each as it stands in the text; a line break stays."""
    return tuple(line for paragraph in text.split("\n") for line in _wrap_one(paragraph, width_px, size_px, measure))


def fit(
    text: str,
    box_px: tuple[int, int],
    sizes_px: Sequence[int],
    measure: Measure,
    *,
    leading: float = LATIN.leading,
    reach: Reach = LATIN,
) -> Fitted:
    """The text at the first of the sizes, largest first, at which it fits; else at the last.

    `leading` is that of a Latin text; other scripts get as much more as their reach says.
    """
    width_px, height_px = box_px
    for size_px in sizes_px:
        lines = wrap(text, width_px, size_px, measure)
        is_narrow = all(measure(line, size_px) <= width_px for line in lines)
        fitted = Fitted(lines, size_px, reach.pitch_px(size_px, leading), is_whole=is_narrow, reach=reach)
        if is_narrow and fitted.height_px <= height_px:
            return replace(fitted, lines=_evened(text, fitted, width_px, measure))
    return replace(fitted, is_whole=False)


def _evened(text: str, fitted: Fitted, width_px: int, measure: Measure) -> tuple[str, ...]:
    """As many lines as before, broken where they are best read."""
    size_px, paragraphs = fitted.size_px, text.split("\n")
    if len(fitted.lines) == len(paragraphs):
        return fitted.lines
    told = [(part, _wrap_one(part, width_px, size_px, measure)) for part in paragraphs]
    return tuple(
        line
        for part, lines in told
        for line in evenly(_words(part, width_px, size_px, measure), lines, width_px, lambda one: measure(one, size_px))
    )


def _words(paragraph: str, width_px: int, size_px: int, measure: Measure) -> list[str]:
    return words(paragraph, lambda together: measure(together, size_px) <= width_px)


def _wrap_one(paragraph: str, width_px: int, size_px: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in _words(paragraph, width_px, size_px, measure):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size_px) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
