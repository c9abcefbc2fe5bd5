"""The hours of the week on a card."""

from typing import Final

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Words

PITCH: Final = 1.75
"""From one day to the next, as a multiple of the font size."""

Rows = tuple[tuple[str, str], ...]


def hours(paint: Paint, box: Box, rows: Rows) -> list[Drawn]:
    """A line for each day, all letters equally large; the card is as high as they need."""
    dx, dy, gap = paint.scale.px(40), paint.scale.px(28), paint.scale.px(28)
    sizes = paint.sizes("body", is_fixed=True)
    room = box.inset(dx, dy)
    size = next((size for size in sizes if _fits(paint, room, rows, size)), sizes[-1])
    card = box.centred(box.width, min(box.height, round(len(rows) * PITCH * size) + 2 * dy))
    days = min(round(max(paint.width(day, size, "strong") for day, _ in rows)) + 2, room.width // 2)
    tone = paint.palette.card
    parts: list[Drawn] = [Panel(card, tone, radius=paint.radius, border=paint.border)]
    for line, (day, periods) in zip(card.inset(dx, dy).rows([1] * len(rows), 0), rows, strict=True):
        left, right = line.left_part(days, gap)
        parts.append(Words(left, day, language=paint.language, sizes_px=(size,), colour=tone.text, weight="strong"))
        parts.append(Words(right, periods, language=paint.language, sizes_px=(size,), colour=tone.text))
    return parts


def _fits(paint: Paint, room: Box, rows: Rows, size: int) -> bool:
    days = max(paint.width(day, size, "strong") for day, _ in rows)
    periods = max(paint.width(each, size, "regular") for _, each in rows)
    return days + paint.scale.px(28) + periods + 2 <= room.width and len(rows) * PITCH * size <= room.height
