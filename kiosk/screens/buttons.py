"""Buttons as they look: in the fixed row, and large ones for one clear thing."""

from pathlib import Path
from typing import Final

from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Touch
from screenkit.glyphs import Glyph, glyph_file
from screenkit.palette import Colour, Tone, colour
from screenkit.pictures import picture_size
from screenkit.sizes import Step

CARD_PAD: Final = 10
CARD_RADIUS: Final = 14
"""In pixels of the 1080p grid."""

WIDE_ROW: Final = 3.0
"""From this shape on a sign stands beside its word, not above it."""

SIGN: Final = 46
SIGN_DOWN: Final = 5
"""How high a sign above its word is, and how much farther from the edge than the word, in pixels of the 1080p grid."""

SIGN_SHARE: Final = 0.46
PICTURE_SHARE: Final = 0.62
SIGN_IN_TILE: Final = 0.7
"""Of what a picture would take there."""

CLOSED_TINT: Final = (1.0, 1.0, 1.0, 0.4)
FULL: Final = (1.0, 1.0, 1.0, 1.0)
CARD: Final = Tone(colour("#FFFFFF"), colour("#000000"), colour("#FFFFFF"))
"""What pictures made for light paper stand on where everything is black."""

GLYPHS: Final[dict[str, Glyph]] = {
    "back": "arrow-left",
    "more": "arrow-right",
    "read-aloud": "speaker",
    "stop": "stop",
    "letter": "letter",
    "contrast": "half",
    "languages": "globe",
    "about": "info",
    "lower": "lower",
    "higher": "higher",
    "quieter": "quieter",
    "louder": "louder",
    "repeat": "repeat",
}
TURNED: Final[dict[Glyph, Glyph]] = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}
"""What points the way one reads."""


def base(paint: Paint, box: Box, button: Button, radius: int | None = None) -> Touch:
    """What takes the touch."""
    return Touch(
        box,
        paint.tone(button.tone),
        button.control,
        radius=paint.radius if radius is None else radius,
        border=paint.border,
    )


def in_row(paint: Paint, box: Box, button: Button, most_px: int = 0) -> list[Drawn]:
    """A button of the fixed row: a sign and a short word; its letters at `most_px`, if that is given."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(8), paint.scale.px(9))
    times = min(1.0, most_px / paint.size("label")) if most_px else 1.0
    word = [Paragraph(button.text, "label", "strong", leading=1.1, name=button.control, times=times)]
    if box.width / box.height < WIDE_ROW:
        high = _sign_height(paint, inner)
        _, inner = inner.top_part(max(0, min(_left(paint, inner) - high, paint.scale.px(SIGN_DOWN))))
        sign, below = inner.top_part(high, paint.scale.px(6))
        label, across = put(set_in(paint, below, word), below, tone.text, across="centre"), sign
    else:
        side, gap = round(SIGN_SHARE * box.height), paint.scale.px(12)
        block = set_in(paint, inner.left_part(side, gap)[1], word)
        across, below = inner.centred(side + gap + block.width, inner.height).left_part(side, gap)
        label = put(block, below, tone.text)
    return [base(paint, box, button), *_sign(paint, across, button, tone), *label]


def stacked(paint: Paint, box: Box, button: Button) -> list[Drawn]:
    """A high button: its sign above its word, both in the middle."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(16))
    side, gap = round(min(0.3 * inner.height, 0.5 * inner.width)), paint.scale.px(16)
    words = [Paragraph(button.text, "body", "strong", name=button.control, language=button.language)]
    block = set_in(paint, inner.top_part(side, gap)[1], words)
    sign, below = inner.centred(inner.width, side + gap + block.height).top_part(side, gap)
    return [base(paint, box, button), *_sign(paint, sign, button, tone), *put(block, below, tone.text, across="centre")]


def large(paint: Paint, box: Box, button: Button, step: Step = "body") -> list[Drawn]:
    """A button for one clear thing, with its picture or tick beside the text; no picture where that is too much."""
    tone, inner = paint.tone(button.tone), box.inset(paint.scale.px(24), paint.scale.px(8))
    words = [Paragraph(button.text, step, "strong", leading=1.15, name=button.control, language=button.language)]
    file = _beside(paint, box, button)
    side, gap = (picture_size(file)[0], paint.scale.px(28)) if file else (0, 0)
    block = set_in(paint, inner.left_part(side, gap)[1], words)
    if file and not button.is_on and block.gave_way > set_in(paint, inner, words).gave_way:
        file, side, gap, block = None, 0, 0, set_in(paint, inner, words)
    room = inner.left_part(side, gap)[1]
    left, right = inner.centred(side + gap + min(room.width, block.width), inner.height).left_part(side, gap)
    is_sign = button.is_on or button.picture in GLYPHS
    sign = _shown(paint, left, file, tone, is_sign=is_sign) if file else []
    return [base(paint, box, button), *sign, *put(block, right, tone.text, across="centre")]


def picture(paint: Paint, box: Box, file: Path, on: Tone, tint: Colour = FULL) -> list[Drawn]:
    """A picture in colours; where everything is black it stands on a card."""
    shown = Picture(box, file, tint)
    if not _needs_card(paint, on):
        return [shown]
    card = shown.ink.inset(-paint.scale.px(CARD_PAD))
    return [Panel(card, CARD, radius=paint.scale.px(CARD_RADIUS)), shown]


def _needs_card(paint: Paint, on: Tone) -> bool:
    return paint.is_high_contrast and on.fill not in {CARD.fill, paint.palette.sun.fill}


def picture_of(paint: Paint, box: Box, button: Button, side: int) -> list[Drawn]:
    """The button's picture, if there is one to show."""
    if button.picture in GLYPHS:
        sign = sign_file(paint, button.picture, round(SIGN_IN_TILE * min(box.width, box.height, side)))
        return [Picture(box, sign, paint.tone(button.tone).text)] if sign else []
    tone, tint = paint.tone(button.tone), CLOSED_TINT if button.tone == "closed" else FULL
    wide, high = min(box.width, round(1.3 * side)), min(box.height, side)
    if not _needs_card(paint, tone):
        file = paint.picture(button.picture, wide, high)
        return [Picture(box, file, tint)] if file else []
    # One card is as large as the next, whatever the picture.
    pad = paint.scale.px(CARD_PAD)
    file = paint.picture(button.picture, wide - 2 * pad, high - 2 * pad)
    card = box.centred(wide, high)
    return [Panel(card, CARD, radius=paint.scale.px(CARD_RADIUS)), Picture(box, file, tint)] if file else []


def sign_file(paint: Paint, name: str, side: int) -> Path | None:
    """A sign by the name of its picture, turned to where the language is read from."""
    glyph = GLYPHS.get(name)
    if glyph is None:
        return None
    return glyph_file(TURNED.get(glyph, glyph) if paint.is_mirrored else glyph, side)


def _shown(paint: Paint, box: Box, file: Path, tone: Tone, *, is_sign: bool) -> list[Drawn]:
    return [Picture(box, file, tone.text)] if is_sign else picture(paint, box, file, tone)


def _beside(paint: Paint, box: Box, button: Button) -> Path | None:
    side = min(round(PICTURE_SHARE * box.height), round(0.3 * box.width), paint.scale.px(150))
    if button.is_on:
        return glyph_file("tick", round(0.7 * side))
    if button.picture in GLYPHS:
        return sign_file(paint, button.picture, round(0.7 * side))
    return paint.picture(button.picture, side, side)


def _sign_height(paint: Paint, inner: Box) -> int:
    """What the word leaves, within what looks well."""
    least, most = round(0.38 * inner.height), paint.scale.px(SIGN)
    return round(0.42 * inner.height) if paint.is_tight else max(least, min(_left(paint, inner), most))


def _left(paint: Paint, inner: Box) -> int:
    """Above the word, in pixels."""
    return inner.height - paint.line(paint.size("label")) - paint.scale.px(6)


def _sign(paint: Paint, box: Box, button: Button, tone: Tone) -> list[Drawn]:
    file = sign_file(paint, button.picture, round(0.94 * min(box.width, box.height)))
    return [Picture(box, file, tone.text)] if file else []
