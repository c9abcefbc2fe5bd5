"""What stands around every screen: where we are, in which language, and the fixed row."""

from typing import Final

from kiosk.screens.buttons import in_row
from kiosk.screens.paint import Paint
from kiosk.view import Frame
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture, Words
from screenkit.glyphs import glyph_file

ROW_SHARE: Final = 0.22
"""The fixed row takes at most so much of the screen."""


def draw(paint: Paint, frame: Frame) -> tuple[list[Drawn], Box]:
    """The frame, and the box that it leaves for the rest."""
    width, height = paint.scale.pixels
    edge = paint.scale.px(20) if not paint.is_tight else paint.scale.px(12)
    whole = Box(0, 0, width, height).inset(paint.margin, edge)
    row, rest = whole.bottom_part(paint.target(ROW_SHARE), paint.gap)
    top, content = rest.top_part(round(1.15 * paint.scale.font("small")), edge)
    places = row.columns([1] * len(frame.row), paint.gap)
    buttons = [in_row(paint, box, button) for box, button in zip(places, frame.row, strict=True) if button]
    return [*_header(paint, top, frame), *(widget for widgets in buttons for widget in widgets)], content


def _header(paint: Paint, box: Box, frame: Frame) -> list[Drawn]:
    sizes, colour = paint.sizes("small", is_fixed=True), paint.palette.brand
    side, gap = round(0.8 * sizes[0]), paint.scale.px(10)
    wanted = round(paint.width(frame.language, sizes[0], "strong")) + 2
    right, left = box.right_part(min(wanted + gap + side, box.width // 2), paint.scale.px(40))
    tick, language = right.right_part(side, gap)
    return [
        Words(left, frame.header, paint.language, sizes_px=sizes, colour=colour, weight="strong"),
        Words(
            language,
            frame.language,
            language=paint.language,
            sizes_px=sizes,
            colour=colour,
            weight="strong",
            across="right",
        ),
        Picture(tick, glyph_file("tick", side), colour),
    ]
