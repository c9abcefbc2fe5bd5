"""Buttons as they look: in the fixed row, as tiles, and large ones."""

from functools import partial
from typing import Final

from kivy.uix.widget import Widget

from kiosk.screens.paint import Paint
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.glyphs import Glyph, glyph_file
from screenkit.palette import Tone
from screenkit.sizes import Step
from screenkit.type import width_px
from screenkit.widgets import Across, BigButton, Picture, Words

WIDE: Final = 1.75
"""From this shape on a picture stands beside its text, not above it."""

WIDE_ROW: Final = 2.6
CLOSED_TINT: Final = (1.0, 1.0, 1.0, 0.4)
FULL: Final = (1.0, 1.0, 1.0, 1.0)
GLYPHS: Final[dict[str, Glyph]] = {"back": "arrow-left"}
LETTER: Final = "letter"


def base(paint: Paint, box: Box, button: Button, radius: int | None = None) -> BigButton:
    """What takes the touch."""
    return BigButton(
        box,
        paint.tone(button.tone),
        partial(paint.on_touch, button.control),
        radius=paint.radius if radius is None else radius,
        border=paint.border,
    )


def in_row(paint: Paint, box: Box, button: Button) -> list[Widget]:
    """A button of the fixed row: a sign and a short word, in the same size on every screen."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(16), paint.scale.px(8))
    if box.width / box.height < WIDE_ROW:
        above, below = inner.rows([1.15, 1], paint.scale.px(4))
        sign = sign_of(paint, above, button.picture, tone)
        return [base(paint, box, button), *sign, _label(paint, below, button.text, tone, "centre")]
    side, gap = round(0.46 * box.height), paint.scale.px(16)
    size = paint.sizes("label", is_fixed=True)[0]
    text = min(round(width_px(button.text, size, "strong")) + 2, inner.width - side - gap)
    group = inner.centred(side + gap + text, inner.height)
    left, right = group.left_part(side, gap)
    sign = sign_of(paint, left, button.picture, tone)
    return [base(paint, box, button), *sign, _label(paint, right, button.text, tone, "left")]


def tile(paint: Paint, box: Box, button: Button) -> list[Widget]:
    """A button to choose: its picture half as high as itself, its text beside or under it."""
    is_wide, inner = box.width / box.height >= WIDE, box.inset(paint.scale.px(28), paint.scale.px(14))
    if not button.picture:
        return [base(paint, box, button), *_ticked(paint, inner, button)]
    if is_wide:
        side = min(round(0.52 * box.height), round(0.30 * box.width))
        left, right = inner.left_part(round(1.22 * side), paint.scale.px(18))
    else:
        side = round(min(0.46 * box.height, 0.8 * inner.width))
        left, right = inner.top_part(side, paint.scale.px(8))
    picture = picture_of(paint, left, button, side)
    return [base(paint, box, button), *picture, *_name(paint, right, button, "left" if is_wide else "centre")]


def large(paint: Paint, box: Box, button: Button, step: Step = "body") -> list[Widget]:
    """A button for one clear thing; its picture stands beside the text."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(24), paint.scale.px(12))
    side = min(round(0.62 * box.height), round(0.3 * box.width))
    if button.is_on:
        sign, rest = inner.left_part(round(0.7 * side), paint.scale.px(16))
        tick = Picture(sign, glyph_file("tick", round(0.7 * side)), tone.text)
        return [base(paint, box, button), tick, _words(paint, rest, button.text, tone, "centre", step=step)]
    if not button.picture:
        return [base(paint, box, button), _words(paint, inner, button.text, tone, "centre", step=step)]
    left, right = inner.left_part(side, paint.scale.px(16))
    picture = picture_of(paint, left, button, side)
    return [base(paint, box, button), *picture, _words(paint, right, button.text, tone, "centre", step=step)]


def picture_of(paint: Paint, box: Box, button: Button, side: int) -> list[Widget]:
    """The button's picture, if there is one to show."""
    file = paint.picture(button.picture, min(box.width, round(1.3 * side)), min(box.height, side))
    tint = CLOSED_TINT if button.tone == "closed" else FULL
    return [Picture(box, file, tint)] if file else []


def sign_of(paint: Paint, box: Box, name: str, tone: Tone) -> list[Widget]:
    """The small sign of a button in the row."""
    side = min(box.width, box.height)
    if name in GLYPHS:
        return [Picture(box, glyph_file(GLYPHS[name], round(0.86 * side)), tone.text)]
    if name == LETTER:
        sizes = paint.sizes("title", is_fixed=True)
        return [Words(box, "A", sizes_px=sizes, colour=tone.text, weight="heavy", across="centre")]
    file = paint.picture(name, box.width, side)
    return [Picture(box, file)] if file else []


def _name(paint: Paint, box: Box, button: Button, across: Across) -> list[Widget]:
    tone = paint.tone(button.tone)
    if not button.detail:
        return [_words(paint, box, button.text, tone, across)]
    upper, lower = box.rows([2, 1], 0)
    detail = Words(lower, button.detail, sizes_px=paint.sizes("label"), colour=tone.text, across=across)
    return [_words(paint, upper, button.text, tone, across), detail]


def _ticked(paint: Paint, box: Box, button: Button) -> list[Widget]:
    tone = paint.tone(button.tone)
    if not button.is_on:
        return [_words(paint, box, button.text, tone, "centre")]
    side = min(paint.scale.font("body"), box.height)
    right, rest = box.right_part(side, paint.scale.px(8))
    middle = rest.right_part(max(0, rest.width - side - paint.scale.px(8)))[0]
    return [_words(paint, middle, button.text, tone, "centre"), Picture(right, glyph_file("tick", side), tone.text)]


def _label(paint: Paint, box: Box, text: str, tone: Tone, across: Across) -> Words:
    sizes = paint.sizes("label", is_fixed=True)
    return Words(box, text, sizes_px=sizes, colour=tone.text, weight="strong", across=across)


def _words(paint: Paint, box: Box, text: str, tone: Tone, across: Across, *, step: Step = "body") -> Words:
    sizes = paint.sizes(step)
    return Words(box, text, sizes_px=sizes, colour=tone.text, weight="strong", across=across, leading=1.2)
