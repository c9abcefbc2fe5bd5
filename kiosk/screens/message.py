"""The screens that only say something: closed, busy, refused, and whether anybody is there."""

from pathlib import Path
from typing import Final

from kiosk.screens import bar, frame, hours
from kiosk.screens.buttons import picture
from kiosk.screens.frame import Room
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.screens.plate import plate
from kiosk.screens.told import NOWHERE, Group, above_air, as_more, is_told_at_once, told, with_air
from kiosk.view import Button, MessageView
from screenkit.boxes import Box
from screenkit.drawn import Drawn
from screenkit.palette import Tone
from screenkit.pictures import picture_size

PICTURE_PX: Final = 300
SMALL_PICTURE_PX: Final = 220
BESIDE_SHARE: Final = 0.445
LARGE_BESIDE_SHARE: Final = 0.36
TALL_SHARE: Final = 0.42
LARGE_TALL_SHARE: Final = 0.3
HOURS_SHARES: Final = (0.52, 0.62, 0.68)
BAR_SHARE: Final = 0.64
"""Of the width, for one button alone."""


def draw(paint: Paint, view: MessageView) -> list[Drawn]:
    """A title, sentences, and beside them a number or the hours of the week; buttons below."""
    around, room = frame.draw(paint, view.frame)
    beside = _all_beside_number(paint, view, room) if view.number else []
    if beside:
        return [*around, *beside]
    whole = above_air(paint, room.whole) if view.buttons else room.whole
    buttons, box = _bar(paint, whole, view, more=[])
    if view.buttons and room.more is None and not _is_told_at_once(paint, box, view):
        buttons, box = _bar(paint, whole, view, more=[as_more(view.frame.more)] if view.frame.more else [])
        room = Room(room.whole, room.reach, NOWHERE)
    if view.number:
        return [*around, *buttons, *_with_number(paint, view, box, room)]
    if view.hours:
        return [*around, *buttons, *_with_hours(paint, view, box, room)]
    return [*around, *buttons, *_with_picture(paint, view, box, room)]


def _all_beside_number(paint: Paint, view: MessageView, room: Room) -> list[Drawn]:
    """The number where the visitor saw it before, and beside it all else; nothing where that is too much."""
    if not _is_beside_number(paint, view):
        return []
    part, side = _number_part(paint, room.whole)
    buttons, rest = _bar(paint, above_air(paint, side), view, more=[])
    if not is_told_at_once(paint, rest, _groups(view)):
        return []
    return [*buttons, *plate(paint, part, "", view.number), *told(paint, view.frame, rest, _groups(view))]


def _is_beside_number(paint: Paint, view: MessageView) -> bool:
    return bool(view.number) and not (paint.scale.is_portrait or paint.is_large or paint.is_tight)


def _is_told_at_once(paint: Paint, box: Box, view: MessageView) -> bool:
    rest = _number_part(paint, box)[1] if view.number else box
    return is_told_at_once(paint, rest, _groups(view, is_alone=not view.number))


def _bar(paint: Paint, box: Box, view: MessageView, *, more: list[Button]) -> tuple[list[Drawn], Box]:
    if not view.buttons:
        return [], box
    buttons = [*view.buttons, *more]
    step = "title" if not (paint.is_tight or paint.is_large or _is_beside_number(paint, view)) else "body"
    lines = bar.lines_of(paint, box.width, buttons, step)  # type: ignore[arg-type]
    row, rest = box.bottom_part(bar.height(paint, lines), max(paint.gap, paint.scale.px(32)))
    if len(buttons) == 1 and not (view.number or paint.is_large or paint.is_tight or paint.scale.is_portrait):
        row = row.left_part(round(BAR_SHARE * row.width))[0]
    return bar.bar(paint, row, lines, step), rest  # type: ignore[arg-type]


def _with_number(paint: Paint, view: MessageView, box: Box, room: Room) -> list[Drawn]:
    part, rest = _number_part(paint, box)
    return [*plate(paint, part, "", view.number), *told(paint, view.frame, rest, _groups(view), room.more)]


def _number_part(paint: Paint, box: Box) -> tuple[Box, Box]:
    if paint.scale.is_portrait:
        return box.top_part(
            round((LARGE_TALL_SHARE if paint.is_large else TALL_SHARE) * box.height), paint.scale.px(40)
        )
    share = LARGE_BESIDE_SHARE if paint.is_large else BESIDE_SHARE
    return box.left_part(round(share * box.width), paint.scale.px(56))


def _with_hours(paint: Paint, view: MessageView, box: Box, room: Room) -> list[Drawn]:
    groups = _groups(view)
    for share in HOURS_SHARES:
        if paint.scale.is_portrait:
            part, rest = box.bottom_part(round(share * box.height), paint.scale.px(40))
        else:
            part, rest = box.right_part(round(share * box.width), paint.scale.px(56))
        if hours.is_readable(paint, part, view.hours) and is_told_at_once(paint, rest, groups):
            if paint.scale.is_portrait:
                return _over_hours(paint, view, box, part, rest)
            return [*hours.hours(paint, part, view.hours), *told(paint, view.frame, rest, groups)]
    days: list[Group] = [
        [Paragraph(day, weight="strong", name=f"hours {at}"), Paragraph(periods, name=f"hours {at}")]
        for at, (day, periods) in enumerate(view.hours)
    ]
    return told(paint, view.frame, box, [*groups, *days], room.more)


def _over_hours(paint: Paint, view: MessageView, box: Box, part: Box, rest: Box) -> list[Drawn]:
    """The words right above the hours, all of it in the middle."""
    block = set_in(paint, with_air(paint, rest), [paragraph for group in _groups(view) for paragraph in group])
    card, gap = hours.height(paint, part, view.hours), paint.scale.px(72)
    group = box.centred(box.width, block.height + gap + card)
    upper, lower = group.top_part(block.height, gap)
    return [*put(block, upper, paint.palette.ink, down="top"), *hours.hours(paint, lower, view.hours)]


def _with_picture(paint: Paint, view: MessageView, box: Box, room: Room) -> list[Drawn]:
    """The picture before the words, or above them on a high screen; none where that would cost pages."""
    groups = _groups(view, is_alone=True)
    if paint.scale.is_portrait:
        return _under_picture(paint, view, box, room)
    side = min(paint.scale.px(PICTURE_PX), round(0.5 * box.height))
    file = paint.picture(view.picture, side, side)
    left, rest = box.left_part(round(1.1 * side), paint.scale.px(72))
    if file is None or not is_told_at_once(paint, rest, groups):
        return told(paint, view.frame, box, groups, room.more)
    return [*_picture(paint, left, file), *told(paint, view.frame, rest, groups)]


def _under_picture(paint: Paint, view: MessageView, box: Box, room: Room) -> list[Drawn]:
    groups = _groups(view, is_alone=True)
    side = paint.scale.px(SMALL_PICTURE_PX)
    file = paint.picture(view.picture, side, side)
    rest = box.top_part(side, paint.scale.px(48))[1]
    if file is None or not is_told_at_once(paint, rest, groups):
        return told(paint, view.frame, box, groups, room.more)
    block = set_in(paint, rest, [paragraph for group in groups for paragraph in group])
    group = box.centred(box.width, side + paint.scale.px(48) + block.height)
    top, below = group.top_part(side, paint.scale.px(48))
    return [*_picture(paint, top.left_part(picture_size(file)[0])[0], file), *put(block, below, paint.palette.ink)]


def _picture(paint: Paint, box: Box, file: Path) -> list[Drawn]:
    paper = Tone(paint.palette.paper, paint.palette.ink, paint.palette.line)
    return picture(paint, box, file, paper)


def _groups(view: MessageView, *, is_alone: bool = False) -> list[Group]:
    if is_alone:
        title = Paragraph(view.title, "headline", "heavy", leading=1.15, times=0.8, name="title")
    else:
        title = Paragraph(view.title, "title", "heavy", leading=1.15, name="title")
    step, times = ("title", 0.92) if is_alone else ("body", 1.0)
    sentences = (
        [Paragraph(text, step, times=times, name=f"sentence {at}")]  # type: ignore[arg-type]
        for at, text in enumerate(view.sentences)
    )
    return [[title], *sentences]
