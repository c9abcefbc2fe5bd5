"""A number to be seen from afar, with a word over it."""

from dataclasses import replace
from typing import Final

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Words
from screenkit.sizes import CAP_SHARE, font_sizes_down

BESIDE_BELOW: Final = 3.2
"""A plate less high than so many letters has its word beside the number."""

LARGEST: Final = 0.62
LARGEST_BELOW: Final = 0.54
"""The figures take at most so much of the height; below a word less."""

BETWEEN: Final = 0.24
"""Between the word and the figures, of what is free."""


def plate(paint: Paint, box: Box, label: str, number: str) -> list[Drawn]:
    """The number, as large as fits."""
    panel = Panel(box, paint.palette.water, radius=round(1.5 * paint.radius), border=paint.border)
    inner = box.inset(paint.scale.px(32), paint.scale.px(24))
    is_low = inner.height < BESIDE_BELOW * paint.readable or (paint.is_tight and paint.is_marked)
    if not label:
        return [panel, _number(paint, inner, number, LARGEST * box.height)]
    apart = paint.ring_room if paint.is_marked else 0
    if is_low:
        left, right = inner.left_part(round(0.48 * inner.width), max(apart, paint.scale.px(16)))
        return [panel, _label(paint, left, label), _number(paint, right, number, LARGEST * box.height)]
    height = max(round(0.2 * inner.height), min(paint.line(paint.readable), round(0.3 * inner.height)))
    upper, lower = inner.top_part(height, apart)
    most = LARGEST_BELOW * box.height
    return [panel, *_stacked(box, _label(paint, upper, label), _number(paint, lower, number, most), apart)]


def _stacked(box: Box, label: Words, number: Words, apart: int) -> list[Drawn]:
    """One below the other, with as much room above their letters as below them."""
    free = box.height - _letters(label) - _letters(number)
    between = max(_below(label) + apart + _above(number), round(BETWEEN * free))
    top = box.y + (free - between) // 2
    return [_from(label, top), _from(number, top + _letters(label) + between)]


def _letters(words: Words) -> int:
    """From the top of the first capitals to the last base line, in pixels."""
    return words.fitted.height_px - _above(words) - _below(words)


def _above(words: Words) -> int:
    return words.fitted.above_px - round(CAP_SHARE * words.fitted.size_px)


def _below(words: Words) -> int:
    return round(words.fitted.reach.below * words.fitted.size_px)


def _from(words: Words, top: int) -> Words:
    """With its capitals from there down."""
    height = words.fitted.height_px
    return replace(words, box=Box(words.box.x, top - _above(words), words.box.width, height), down="top")


def _number(paint: Paint, box: Box, number: str, most_px: float) -> Words:
    return Words(
        box,
        number,
        paint.language,
        sizes_px=font_sizes_down(round(most_px / CAP_SHARE)),
        colour=paint.palette.water.text,
        weight="heavy",
        across="centre",
        name="number",
    )


def _label(paint: Paint, box: Box, label: str) -> Words:
    return Words(
        box,
        label,
        language=paint.language,
        sizes_px=font_sizes_down(paint.size("title")),
        colour=paint.palette.water.text,
        across="centre",
        name="label",
    )
