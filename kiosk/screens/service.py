"""The screen for whoever looks after the kiosk."""

from typing import Final

from kiosk.screens import bar, notice
from kiosk.screens.paint import Paint
from kiosk.view import ServiceView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Words
from screenkit.sizes import font_sizes_down

PITCH: Final = 1.6
"""From one line to the next, as a multiple of the font size."""

NAME_SHARE: Final = 0.4
TITLE_SHARE: Final = 0.38


def draw(paint: Paint, view: ServiceView) -> list[Drawn]:
    """How the kiosk is, and what to do about it below."""
    width, height = paint.scale.pixels
    whole = Box(0, 0, width, height).inset(paint.margin, paint.scale.px(24))
    columns = 2 if paint.scale.is_portrait else len(view.buttons)
    lines = [view.buttons[at : at + columns] for at in range(0, len(view.buttons), columns)]
    buttons, rest = whole.bottom_part(len(lines) * paint.target + (len(lines) - 1) * paint.gap, paint.gap)
    top, told = rest.top_part(round(1.5 * paint.sizes("title", is_fixed=True)[0]), paint.gap)
    return [*_head(paint, top, view), *_facts(paint, told, view), *bar.bar(paint, buttons, lines)]


def _head(paint: Paint, box: Box, view: ServiceView) -> list[Drawn]:
    sizes = paint.sizes("title", is_fixed=True)
    left, right = box.left_part(round(TITLE_SHARE * box.width), paint.gap)
    title = Words(left, view.title, paint.language, sizes_px=sizes, colour=paint.palette.ink, weight="heavy")
    return [title, *(notice.draw(paint, right, view.message, "label") if view.message else [])]


def _facts(paint: Paint, box: Box, view: ServiceView) -> list[Drawn]:
    """A line for each, all letters equally large but in a value that is too long."""
    tone, inner = paint.palette.card, box.inset(paint.scale.px(40), paint.scale.px(12))
    line_px = inner.height / len(view.facts)
    size = next((size for size in paint.sizes("body", is_fixed=True) if PITCH * size <= line_px), font_sizes_down(1)[0])
    wanted = round(max(paint.width(name, size, "strong") for name, _ in view.facts)) + 2
    parts: list[Drawn] = [Panel(box, tone, radius=paint.radius, border=paint.border)]
    for line, (name, value) in zip(inner.rows([1] * len(view.facts), 0), view.facts, strict=True):
        left, right = line.left_part(min(wanted, round(NAME_SHARE * line.width)), paint.scale.px(40))
        parts.append(
            Words(left, name, paint.language, sizes_px=font_sizes_down(size), colour=tone.text, weight="strong")
        )
        parts.append(Words(right, value, paint.language, sizes_px=font_sizes_down(size), colour=tone.text))
    return parts
