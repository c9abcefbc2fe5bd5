"""Buttons as they look: in the fixed row, and large ones for one clear thing."""

from pathlib import Path
from typing import Final

from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.drawn import Across, Drawn, Picture, Touch, Words
from screenkit.glyphs import Glyph, glyph_file
from screenkit.palette import Tone
from screenkit.pictures import picture_size
from screenkit.sizes import Step

WIDE_ROW: Final = 2.6
"""From this shape on a sign stands beside its word, not above it."""

SIGN_SHARE: Final = 0.46
PICTURE_SHARE: Final = 0.62
CLOSED_TINT: Final = (1.0, 1.0, 1.0, 0.4)
FULL: Final = (1.0, 1.0, 1.0, 1.0)
GLYPHS: Final[dict[str, Glyph]] = {"back": "arrow-left"}
LETTER: Final = "letter"


def base(paint: Paint, box: Box, button: Button, radius: int | None = None) -> Touch:
    """What takes the touch."""
    return Touch(
        box,
        paint.tone(button.tone),
        button.control,
        radius=paint.radius if radius is None else radius,
        border=paint.border,
    )


def in_row(paint: Paint, box: Box, button: Button) -> list[Drawn]:
    """A button of the fixed row: a sign and a short word, in the same size on every screen."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(16), paint.scale.px(8))
    if box.width / box.height < WIDE_ROW:
        above, below = inner.rows([1.15, 1], paint.scale.px(4))
        sign = _sign(paint, above, button.picture, tone)
        return [base(paint, box, button), *sign, _label(paint, below, button.text, tone, "centre")]
    side, gap = round(SIGN_SHARE * box.height), paint.scale.px(16)
    size = paint.sizes("label", is_fixed=True)[0]
    text = min(round(paint.width(button.text, size, "strong")) + 2, inner.width - side - gap)
    left, right = inner.centred(side + gap + text, inner.height).left_part(side, gap)
    sign = _sign(paint, left, button.picture, tone)
    return [base(paint, box, button), *sign, _label(paint, right, button.text, tone, "left")]


def large(paint: Paint, box: Box, button: Button, step: Step = "body") -> list[Drawn]:
    """A button for one clear thing, with its picture or tick beside the text."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(24), paint.scale.px(12))
    file = _beside(paint, box, button)
    side, gap = (picture_size(file)[0], paint.scale.px(28)) if file else (0, 0)
    room = inner.left_part(side, gap)[1]
    block = set_in(paint, room, [Paragraph(button.text, step, "strong", leading=1.2)])
    left, right = inner.centred(side + gap + min(room.width, block.width("strong")), inner.height).left_part(side, gap)
    sign = [Picture(left, file, tone.text if button.is_on else FULL)] if file else []
    return [base(paint, box, button), *sign, *put(block, right, tone.text, across="centre")]


def _beside(paint: Paint, box: Box, button: Button) -> Path | None:
    if not button.picture:
        return None
    side = min(round(PICTURE_SHARE * box.height), round(0.3 * box.width))
    return glyph_file("tick", round(0.7 * side)) if button.is_on else paint.picture(button.picture, side, side)


def picture_of(paint: Paint, box: Box, button: Button, side: int) -> list[Drawn]:
    """The button's picture, if there is one to show."""
    file = paint.picture(button.picture, min(box.width, round(1.3 * side)), min(box.height, side))
    tint = CLOSED_TINT if button.tone == "closed" else FULL
    return [Picture(box, file, tint)] if file else []


def _sign(paint: Paint, box: Box, name: str, tone: Tone) -> list[Drawn]:
    side = min(box.width, box.height)
    if name in GLYPHS:
        return [Picture(box, glyph_file(GLYPHS[name], round(0.86 * side)), tone.text)]
    if name == LETTER:
        sizes = paint.sizes("title", is_fixed=True)
        return [Words(box, "A", paint.language, sizes_px=sizes, colour=tone.text, weight="heavy", across="centre")]
    file = paint.picture(name, box.width, side)
    return [Picture(box, file)] if file else []


def _label(paint: Paint, box: Box, text: str, tone: Tone, across: Across) -> Words:
    sizes = paint.sizes("label", is_fixed=True)
    return Words(box, text, paint.language, sizes_px=sizes, colour=tone.text, weight="strong", across=across)
