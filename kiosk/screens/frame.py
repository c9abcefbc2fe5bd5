"""What stands around every screen: where we are, in which language, the fixed row, and what goes with speech."""

from dataclasses import dataclass
from typing import Final

from kiosk.screens import row
from kiosk.screens.paint import Paint
from kiosk.view import Frame, Guide
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture, Words
from screenkit.glyphs import glyph_file

LOW_MM: Final = 1100
HIGH_MM: Final = 1220
"""How high above the floor a control may be for who sits, and at all; EN 301 549 clause 8.3."""

APART: Final = 40
"""Between the branch and the language, in pixels of the 1080p grid."""

LOWEST_MM: Final = 380
ROOM_TO_REACH_MM: Final = 41.0
"""So much of a screen that hangs too high stays in use."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the frame leaves: the whole, the part of it where controls may be, and for a tight screen where more is."""

    whole: Box
    reach: Box
    more: Box | None = None


def draw(paint: Paint, frame: Frame) -> tuple[list[Drawn], Room]:
    """The frame, and the room that it leaves for the rest."""
    width, height = paint.scale.pixels
    lift = max(0, paint.scale.mm(LOWEST_MM - paint.scale.screen.bottom_above_floor_mm))
    whole = Box(0, 0, width, height - min(lift, height // 3)).inset(paint.margin, 0)
    whole = whole.bottom_part(whole.height - paint.edge)[0].top_part(whole.height - paint.edge - paint.edge_below)[0]
    rows, rest = whole.bottom_part(row.height(paint), paint.gap)
    top, content = rest.top_part(round(1.12 * paint.scale.font("small")), paint.edge)
    parts = [*_header(paint, top, frame), *row.row(paint, rows, frame.row)]
    if frame.guide is None:
        return parts, _room(paint, content, frame)
    if paint.is_tight:
        content = content.top_part(content.height + paint.gap - paint.edge)[0]
    strip, content = content.bottom_part(row.strip_height(paint), paint.edge if paint.is_tight else paint.gap)
    if not paint.is_tight:
        return [*parts, *row.strip(paint, strip, frame.guide)], _room(paint, content, frame)
    beside, room = _tight(paint, strip, content, frame.guide)
    return [*parts, *beside], room


def _room(paint: Paint, content: Box, frame: Frame) -> Room:
    """Where hands come: not above a line, unless that leaves hardly anything."""
    screen = paint.scale.screen
    above_mm = screen.bottom_above_floor_mm + screen.millimetres[1] - (LOW_MM if frame.is_low else HIGH_MM)
    line = min(max(content.y, paint.scale.mm(above_mm)), content.bottom - paint.scale.mm(ROOM_TO_REACH_MM))
    return Room(content, content.bottom_part(content.bottom - max(line, content.y))[0])


def _tight(paint: Paint, strip: Box, content: Box, guide: Guide) -> tuple[list[Drawn], Room]:
    """On a screen without height for a strip: its controls on the right, and with them the place to turn the page."""
    cell = paint.target
    block, whole = content.right_part(2 * cell + paint.gap, paint.gap)
    quieter, louder, repeat, more = block.top_part(2 * cell + paint.gap)[0].grid(2, 2, paint.gap)
    parts = [*row.caption(paint, strip, guide), *row.controls(paint, [quieter, louder, repeat], guide)]
    return parts, Room(whole, whole, more)


def _header_sizes(paint: Paint, box: Box, frame: Frame) -> tuple[int, ...]:
    """So that the branch and the language stand beside each other in letters as large."""
    sizes = paint.sizes("small", is_fixed=True)
    room = box.width - paint.scale.px(APART)
    fitting = (at for at, size in enumerate(sizes) if _header_width(paint, frame, size) <= room)
    return sizes[next(fitting, len(sizes) - 1) :]


def _header_width(paint: Paint, frame: Frame, size_px: int) -> float:
    texts = sum(paint.width(text, size_px, "strong") for text in (frame.header, frame.language))
    return texts + 0.8 * size_px + paint.scale.px(10) + 2


def _header(paint: Paint, box: Box, frame: Frame) -> list[Drawn]:
    sizes, colour = _header_sizes(paint, box, frame), paint.palette.brand
    side, gap = round(0.8 * sizes[0]), paint.scale.px(10)
    wanted = round(paint.width(frame.language, sizes[0], "strong")) + 2
    right, left = box.right_part(min(wanted + gap + side, box.width // 2), paint.scale.px(APART))
    tick, language = right.right_part(side, gap)
    return [
        Words(left, frame.header, paint.language, sizes_px=sizes, colour=colour, weight="strong", name="header"),
        Words(
            language,
            frame.language,
            language=paint.language,
            sizes_px=sizes,
            colour=colour,
            weight="strong",
            across="right",
            name="language",
        ),
        Picture(tick, glyph_file("tick", side), colour, name="language"),
    ]
