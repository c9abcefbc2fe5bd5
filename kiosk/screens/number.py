"""The screen with the visitor's number."""

from dataclasses import dataclass
from typing import Final

from kiosk.screens import bar, frame
from kiosk.screens.frame import Room
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph
from kiosk.screens.plate import plate
from kiosk.screens.told import NOWHERE, Group, above_air, as_more, is_told_at_once, told
from kiosk.view import Button, NumberView, Slot
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture, Words
from screenkit.glyphs import Glyph, glyph_file

ARROWS: Final[dict[Slot, Glyph]] = {"below": "arrow-down", "left": "arrow-left", "right": "arrow-right"}
SHARE_WITH_PAPER: Final = 0.445
SHARE_WITHOUT: Final = 0.50
SHARE_SMALL: Final = 0.36
TALL_SHARE: Final = 0.40
LOW_SHARE: Final = 0.30
LEAST_SHARE: Final = 0.36


@dataclass(frozen=True, slots=True)
class Places:
    """Where the number is, what is told, the buttons, and what turns the page."""

    plate: Box
    told: Box
    bar: Box
    lines: list[list[Button]]
    more: Box | None


def draw(paint: Paint, view: NumberView) -> list[Drawn]:
    """The number on one side, what to do on the other; without paper the number takes more."""
    around, room = frame.draw(paint, view.frame)
    places = _places(paint, view, room)
    apart = view.own_language if _is_apart(paint, view) else None
    words = told(paint, view.frame, places.told, _groups(view), places.more, apart=apart)
    return [
        *around,
        *plate(paint, places.plate, view.label, view.number),
        *_with_arrow(paint, words, view),
        *bar.bar(paint, places.bar, places.lines),
    ]


def _places(paint: Paint, view: NumberView, room: Room) -> Places:
    if paint.scale.is_portrait:
        return _tall(paint, view, room)
    if paint.is_large or paint.is_tight:
        return _with_wide_bar(paint, view, room)
    for is_paged in (False, True):
        for share in (SHARE_WITH_PAPER if view.slot else SHARE_WITHOUT, SHARE_SMALL):
            number, side = room.whole.left_part(round(share * room.whole.width), paint.scale.px(52))
            row, rest, lines = _bar(paint, view, side, room.reach, is_paged=is_paged)
            if is_told_at_once(paint, rest, _groups(view)) and not _is_apart(paint, view):
                return Places(number, rest, row, lines, NOWHERE)
    return Places(number, rest, row, lines, NOWHERE)


def _tall(paint: Paint, view: NumberView, room: Room) -> Places:
    share = LOW_SHARE if paint.is_large or view.frame.guide else TALL_SHARE
    for is_paged in (False, True):
        row, rest, lines = _bar(paint, view, room.whole, room.reach, is_paged=is_paged)
        number, side = rest.top_part(round(share * room.whole.height), paint.scale.px(40))
        if is_told_at_once(paint, side, _groups(view)) and not _is_apart(paint, view):
            break
    return Places(number, side, row, lines, NOWHERE)


def _with_wide_bar(paint: Paint, view: NumberView, room: Room) -> Places:
    """The buttons below everything, so that words have the most room."""
    for is_paged in (False, True):
        row, rest, lines = _bar(paint, view, room.whole, room.reach, is_paged=is_paged and room.more is None)
        left, side = rest.left_part(round(SHARE_SMALL * rest.width), paint.scale.px(48))
        if is_told_at_once(paint, side, _groups(view)) and not _is_apart(paint, view):
            break
    return Places(left, side, row, lines, room.more or NOWHERE)


def _bar(
    paint: Paint, view: NumberView, box: Box, reach: Box, *, is_paged: bool
) -> tuple[Box, Box, list[list[Button]]]:
    """The buttons, with the one that turns the page where that is needed; and what is left above them."""
    more = [as_more(view.frame.more)] if is_paged and view.frame.more else []
    box = above_air(paint, box)
    lines = bar.lines_of(paint, box.width, [*_buttons(paint, view), *more])
    height = bar.height(paint, lines)
    if box.height - height < LEAST_SHARE * box.height or height > reach.height:
        # Rather smaller letters on the buttons than no room for the number, or buttons out of reach.
        lines = [[button for line in lines for button in line]]
    row, rest = box.bottom_part(bar.height(paint, lines), max(paint.gap, paint.scale.px(32)))
    return row, rest, lines


def _is_apart(paint: Paint, view: NumberView) -> bool:
    """Whether to be called in an own language has a page of its own: in large letters it takes that much room."""
    is_wide = paint.is_large or view.frame.guide is not None
    return is_wide and not (paint.is_tight or view.frame.is_low) and view.own_language is not None


def _buttons(paint: Paint, view: NumberView) -> list[Button]:
    own_language = [view.own_language] if view.own_language and not _is_apart(paint, view) else []
    return [*own_language, view.fetch, view.done]


def _groups(view: NumberView) -> list[Group]:
    headline = Paragraph(view.headline, "title", "heavy", leading=1.15, name="headline", spare=1.15 if view.slot else 0)
    return [[headline], *([Paragraph(text, name=f"sentence {at}")] for at, text in enumerate(view.sentences))]


def _with_arrow(paint: Paint, parts: list[Drawn], view: NumberView) -> list[Drawn]:
    """After the headline an arrow to where the paper comes out; that is a place in the room, so it is not turned."""
    headline = next((part for part in parts if isinstance(part, Words) and part.name == "headline"), None)
    if view.slot is None or headline is None:
        return parts
    side = round(0.86 * headline.fitted.size_px)
    last = headline.lines[-1]
    left = last.x + last.width + round(0.2 * headline.fitted.size_px)
    middle = last.base - round(0.36 * headline.fitted.size_px)
    place = Box(left, middle - side // 2, side, side)
    return [*parts, Picture(place, glyph_file(ARROWS[view.slot], side), paint.palette.ink, name="headline")]
