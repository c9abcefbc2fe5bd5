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
    size = _size(paint, box, rows)
    card = box.centred(box.width, height(paint, box, rows))
    days = min(round(max(paint.width(day, size, "strong") for day, _ in rows)) + 2, box.inset(dx).width // 2)
    tone = paint.palette.card
    parts: list[Drawn] = [Panel(card, tone, radius=paint.radius, border=paint.border)]
    for at, (line, (day, periods)) in enumerate(
        zip(card.inset(dx, dy).rows([1] * len(rows), 0), rows, strict=True),
    ):
        left, right = line.left_part(days, gap)
        name = f"hours {at}"
        parts.append(Words(left, day, paint.language, sizes_px=(size,), colour=tone.text, weight="strong", name=name))
        parts.append(Words(right, periods, paint.language, sizes_px=(size,), colour=tone.text, name=name))
    return parts


def height(paint: Paint, box: Box, rows: Rows) -> int:
    """Of the card in that box."""
    return min(box.height, round(len(rows) * PITCH * _size(paint, box, rows)) + 2 * paint.scale.px(28))


def is_readable(paint: Paint, box: Box, rows: Rows) -> bool:
    """Whether the card shows them in letters that can be read."""
    size = _size(paint, box, rows)
    return size >= paint.readable and _fits(paint, _room(paint, box), rows, size)


def _size(paint: Paint, box: Box, rows: Rows) -> int:
    sizes = paint.sizes("body")
    return next((size for size in sizes if _fits(paint, _room(paint, box), rows, size)), sizes[-1])


def _room(paint: Paint, box: Box) -> Box:
    return box.inset(paint.scale.px(40), paint.scale.px(28))


def _fits(paint: Paint, room: Box, rows: Rows, size: int) -> bool:
    days = max(paint.width(day, size, "strong") for day, _ in rows)
    periods = max(paint.width(each, size, "regular") for _, each in rows)
    return days + paint.scale.px(28) + periods + 2 <= room.width and len(rows) * PITCH * size <= room.height
