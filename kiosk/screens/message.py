"""The screens that only say something: closed, busy, refused, and whether anybody is there."""

from typing import Final

from kivy.uix.widget import Widget

from kiosk.screens import frame
from kiosk.screens.buttons import large
from kiosk.screens.number import plate
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, write
from kiosk.view import MessageView
from screenkit.boxes import Box
from screenkit.widgets import Panel, Picture, Words

PICTURE_PX: Final = 200
HOURS_SHARE: Final = 0.5


def draw(paint: Paint, view: MessageView) -> list[Widget]:
    """A title, sentences, and beside them a number or the hours of the week."""
    around, content = frame.draw(paint, view.frame)
    beside, rest = _beside(paint, content, view)
    picture, told = _picture(paint, rest, view)
    buttons, told = _buttons(paint, told, view)
    paragraphs = [Paragraph(view.title, "title", "heavy", leading=1.15), *map(Paragraph, view.sentences)]
    return [*around, *beside, *picture, *write(paint, told, paragraphs, paint.palette.ink), *buttons]


def _beside(paint: Paint, box: Box, view: MessageView) -> tuple[list[Widget], Box]:
    if not (view.number or view.hours):
        return [], box
    if paint.scale.is_portrait:
        part, rest = box.bottom_part(round(0.45 * box.height), paint.scale.px(40))
    else:
        part, rest = box.right_part(round(HOURS_SHARE * box.width), paint.scale.px(56))
    return (plate(paint, part, "", view.number) if view.number else _hours(paint, part, view.hours)), rest


def _picture(paint: Paint, box: Box, view: MessageView) -> tuple[list[Widget], Box]:
    side = min(paint.scale.px(PICTURE_PX), round(0.3 * box.height))
    file = paint.picture(view.picture, side, side)
    if file is None:
        return [], box
    top, rest = box.top_part(side, paint.scale.px(24))
    return [Picture(top.left_part(side)[0], file)], rest


def _buttons(paint: Paint, box: Box, view: MessageView) -> tuple[list[Widget], Box]:
    if not view.buttons:
        return [], box
    row, told = box.bottom_part(max(paint.target(0.22), paint.scale.px(148)), paint.scale.px(32))
    places = row.columns([1] * len(view.buttons), paint.gap)
    buttons = [large(paint, place, button) for place, button in zip(places, view.buttons, strict=True)]
    return [widget for widgets in buttons for widget in widgets], told


def _hours(paint: Paint, box: Box, hours: tuple[tuple[str, str], ...]) -> list[Widget]:
    tone, inner = paint.palette.card, box.inset(paint.scale.px(40), paint.scale.px(24))
    sizes = paint.sizes("label", is_fixed=True)
    height = min(inner.height, round(len(hours) * 1.9 * sizes[0]))
    widgets: list[Widget] = [Panel(box, tone, radius=paint.radius, border=paint.border)]
    for line, (day, periods) in zip(inner.centred(inner.width, height).rows([1] * len(hours), 0), hours, strict=True):
        left, right = line.columns([0.36, 0.64], paint.scale.px(16))
        widgets.append(Words(left, day, sizes_px=sizes, colour=tone.text, weight="strong"))
        widgets.append(Words(right, periods, sizes_px=sizes, colour=tone.text))
    return widgets
