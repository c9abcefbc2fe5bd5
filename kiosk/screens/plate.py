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
"""The figures take at most so much of the height."""


def plate(paint: Paint, box: Box, label: str, number: str) -> list[Drawn]:
    """The number, as large as fits."""
    tone, inner = paint.palette.water, box.inset(paint.scale.px(32), paint.scale.px(24))
    parts: list[Drawn] = [Panel(box, tone, radius=round(1.5 * paint.radius), border=paint.border)]
    lower, apart = inner, paint.ring_room if paint.is_marked else 0
    is_low = inner.height < BESIDE_BELOW * paint.readable or (paint.is_tight and paint.is_marked)
    if label and is_low:
        left, lower = inner.left_part(round(0.48 * inner.width), max(apart, paint.scale.px(16)))
        parts.append(replace(_label(paint, left, label), down="middle"))
    elif label:
        height = max(round(0.2 * inner.height), min(paint.line(paint.readable), round(0.3 * inner.height)))
        upper, lower = inner.top_part(height, apart)
        parts.append(_label(paint, upper, label))
    sizes = font_sizes_down(round(LARGEST * box.height / CAP_SHARE))
    return [
        *parts,
        Words(
            lower,
            number,
            paint.language,
            sizes_px=sizes,
            colour=tone.text,
            weight="heavy",
            across="centre",
            name="number",
        ),
    ]


def _label(paint: Paint, box: Box, label: str) -> Words:
    return Words(
        box,
        label,
        language=paint.language,
        sizes_px=font_sizes_down(paint.size("title")),
        colour=paint.palette.water.text,
        across="centre",
        down="bottom",
        name="label",
    )
