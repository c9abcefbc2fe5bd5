"""The screens that only say something: closed, busy, refused, and whether anybody is there."""

from typing import Final

from kiosk.screens import frame
from kiosk.screens.buttons import large
from kiosk.screens.hours import hours
from kiosk.screens.number import plate
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.view import MessageView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture

PICTURE_PX: Final = 300
SMALL_PICTURE_PX: Final = 170
BESIDE_SHARE: Final = 0.52
BUTTON_SHARE: Final = 0.64


def draw(paint: Paint, view: MessageView) -> list[Drawn]:
    """A title, sentences, and beside them a number or the hours of the week."""
    around, content = frame.draw(paint, view.frame)
    beside, rest = _beside(paint, content, view)
    if beside or paint.scale.is_portrait:
        return [*around, *beside, *_under_each_other(paint, rest, view, is_alone=not beside)]
    return [*around, *_side_by_side(paint, rest, view)]


def _beside(paint: Paint, box: Box, view: MessageView) -> tuple[list[Drawn], Box]:
    if not (view.number or view.hours):
        return [], box
    if paint.scale.is_portrait:
        part, rest = box.bottom_part(round(0.45 * box.height), paint.scale.px(40))
    else:
        part, rest = box.right_part(round(BESIDE_SHARE * box.width), paint.scale.px(56))
    return (plate(paint, part, "", view.number) if view.number else hours(paint, part, view.hours)), rest


def _side_by_side(paint: Paint, box: Box, view: MessageView) -> list[Drawn]:
    side = min(paint.scale.px(PICTURE_PX), round(0.5 * box.height))
    file = paint.picture(view.picture, side, side)
    left, told = box.left_part(round(1.1 * side), paint.scale.px(72)) if file else (box, box)
    buttons, told = _buttons(paint, told, view)
    block = set_in(paint, told, _paragraphs(view, is_alone=True))
    picture = [Picture(Box(left.x, told.y, left.width, told.height), file)] if file else []
    return [*picture, *put(block, told, paint.palette.ink), *buttons]


def _under_each_other(paint: Paint, box: Box, view: MessageView, *, is_alone: bool) -> list[Drawn]:
    buttons, told = _buttons(paint, box, view)
    side = min(paint.scale.px(SMALL_PICTURE_PX), round(0.3 * told.height))
    file = None if paint.is_tight else paint.picture(view.picture, side, side)
    gap = paint.scale.px(36) if file else 0
    room = told.top_part(side if file else 0, gap)[1]
    block = set_in(paint, room, _paragraphs(view, is_alone=is_alone))
    group = told.centred(told.width, (side if file else 0) + gap + block.height)
    top, below = group.top_part(side if file else 0, gap)
    picture = [Picture(top.left_part(side)[0], file, across="left")] if file else []
    return [*picture, *put(block, below, paint.palette.ink), *buttons]


def _paragraphs(view: MessageView, *, is_alone: bool) -> list[Paragraph]:
    if is_alone:
        title = Paragraph(view.title, "headline", "heavy", leading=1.15, times=0.8)
        return [title, *(Paragraph(sentence, "title", times=0.92) for sentence in view.sentences)]
    return [Paragraph(view.title, "title", "heavy", leading=1.15), *map(Paragraph, view.sentences)]


def _buttons(paint: Paint, box: Box, view: MessageView) -> tuple[list[Drawn], Box]:
    if not view.buttons:
        return [], box
    row, told = box.bottom_part(max(paint.target(0.22), paint.scale.px(168)), paint.scale.px(32))
    if not paint.scale.is_portrait:
        row = (
            row.left_part(max(round(BUTTON_SHARE * row.width), paint.scale.px(860)))[0]
            if row.width > paint.scale.px(860)
            else row
        )
    places = row.columns([1] * len(view.buttons), paint.gap)
    buttons = [large(paint, place, button, "title") for place, button in zip(places, view.buttons, strict=True)]
    return [widget for widgets in buttons for widget in widgets], told
