"""The screen with one button."""

from typing import Final

from kiosk.screens import frame, notice
from kiosk.screens.buttons import base, large, picture_of
from kiosk.screens.frame import Room
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.screens.told import NOWHERE, Group, is_told_at_once, told
from kiosk.view import Button, WelcomeView
from screenkit.boxes import Box
from screenkit.drawn import Drawn

BUTTON_SHARE: Final = 0.58
NARROW_BUTTON_SHARE: Final = 0.42
PICTURE_SHARE: Final = 0.30
NOTICE_SHARE: Final = 0.46
"""Of the height beside the button, at most."""

FLAT: Final = 3.0
"""From this shape on the picture stands beside the words."""


def draw(paint: Paint, view: WelcomeView) -> list[Drawn]:
    """One button, and beside it what it is for; in portrait, or low, the button stands below, where a hand is."""
    around, room = frame.draw(paint, view.frame)
    groups = _groups(paint, view)
    button, rest, more = _places(paint, view, room, groups)
    notices, rest = _notice(paint, rest, view)
    return [*around, *_button(paint, button, view.button), *notices, *told(paint, view.frame, rest, groups, more)]


def _groups(paint: Paint, view: WelcomeView) -> list[Group]:
    title = Paragraph(view.title, "headline", "heavy", leading=1.15, times=0.8, name="title")
    sentences: list[Group] = [[Paragraph(text, name=f"sentence {at}")] for at, text in enumerate(view.sentences)]
    if not view.notice:
        return [[title], *sentences] if view.has_title else sentences
    notice = [Paragraph(view.notice, "body", "strong", name="notice")]
    return [notice, *sentences] if paint.is_large or paint.is_tight else sentences


def _places(paint: Paint, view: WelcomeView, room: Room, groups: list[Group]) -> tuple[Box, Box, Box | None]:
    """Of the button, of what it is for, and of what turns the page."""
    whole, apart = room.whole, paint.scale.px(56)
    if not (paint.scale.is_portrait or view.frame.is_low):
        for share in (BUTTON_SHARE, NARROW_BUTTON_SHARE):
            button, rest = whole.left_part(round(share * whole.width), apart)
            if is_told_at_once(paint, _notice(paint, rest, view)[1], groups):
                return button, rest, room.more
        if not paint.is_large:
            return _with_more_below(paint, view, button, rest, room)
    height = min(room.reach.height, round((0.5 if paint.scale.is_portrait else 0.34) * whole.height))
    button, rest = whole.bottom_part(max(height, paint.button), paint.scale.px(40))
    if room.more or is_told_at_once(paint, _notice(paint, rest, view)[1], groups):
        return button, rest, room.more
    if paint.scale.is_portrait:
        return _with_more_below(paint, view, button, rest, room)
    more = button.right_part(round(0.3 * button.width))[0]
    return button.left_part(button.width - more.width - paint.gap)[0], rest, more


def _with_more_below(paint: Paint, view: WelcomeView, button: Box, rest: Box, room: Room) -> tuple[Box, Box, Box]:
    """What turns the page stands under the one button, so that words have the most room."""
    if room.more or view.frame.more is None:
        return button, rest, room.more or NOWHERE
    more, upper = button.bottom_part(paint.button, paint.gap)
    return upper, rest, more


def _button(paint: Paint, box: Box, button: Button) -> list[Drawn]:
    if box.width / box.height >= FLAT:
        return large(paint, box, button, "headline")
    inner = box.inset(paint.scale.px(48), paint.scale.px(40))
    side, gap = round(PICTURE_SHARE * box.height), paint.scale.px(40)
    words = [Paragraph(button.text, "headline", "heavy", leading=1.14, name=button.control)]
    block = set_in(paint, inner.top_part(side, gap)[1], words)
    upper, lower = inner.centred(inner.width, side + gap + block.height).top_part(side, gap)
    return [
        base(paint, box, button, round(1.5 * paint.radius)),
        *picture_of(paint, upper, button, side),
        *put(block, lower, paint.tone(button.tone).text, across="centre"),
    ]


def _notice(paint: Paint, box: Box, view: WelcomeView) -> tuple[list[Drawn], Box]:
    if not view.notice or paint.is_large or paint.is_tight:
        return [], box
    high = min(notice.height(paint, box.width, view.notice), round(NOTICE_SHARE * box.height))
    top, rest = box.top_part(high, paint.scale.px(32))
    return notice.draw(paint, top, view.notice), rest
