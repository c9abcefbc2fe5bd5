"""The screen with the visitor's number."""

from typing import Final

from kiosk.screens import frame
from kiosk.screens.buttons import large
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, write
from kiosk.view import NumberView, Slot
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Words
from screenkit.glyphs import Glyph, glyph_file
from screenkit.sizes import font_sizes_down

ARROWS: Final[dict[Slot, Glyph]] = {"below": "arrow-down", "left": "arrow-left", "right": "arrow-right"}
SHARE_WITH_PAPER: Final = 0.445
SHARE_WITHOUT: Final = 0.50
SHARE_SMALL: Final = 0.40
TALL_SHARE: Final = 0.44
LARGEST_NUMBER: Final = 0.62
"""The font size of the number, at most, as a share of its panel's height."""


def draw(paint: Paint, view: NumberView) -> list[Drawn]:
    """The number on one side, what to do on the other; without paper the number takes more."""
    around, content = frame.draw(paint, view.frame)
    share = SHARE_WITH_PAPER if view.slot else SHARE_WITHOUT
    share = SHARE_SMALL if paint.is_large or paint.is_tight else share
    if paint.scale.is_portrait:
        panel, side = content.top_part(round(TALL_SHARE * content.height), paint.scale.px(48))
    else:
        panel, side = content.left_part(round(share * content.width), paint.scale.px(52))
    return [*around, *plate(paint, panel, view.label, view.number), *_side(paint, side, view)]


def plate(paint: Paint, box: Box, label: str, number: str) -> list[Drawn]:
    """A number to be seen from afar, with a word over it."""
    tone, inner = paint.palette.water, box.inset(paint.scale.px(40), paint.scale.px(32))
    upper, lower = inner.rows([0.2, 0.8], 0)
    sizes = font_sizes_down(round(LARGEST_NUMBER * box.height / 0.714))
    return [
        Panel(box, tone, radius=round(1.5 * paint.radius), border=paint.border),
        Words(
            upper,
            label,
            language=paint.language,
            sizes_px=paint.sizes("title", is_fixed=True),
            colour=tone.text,
            across="centre",
            down="bottom",
        ),
        Words(lower, number, paint.language, sizes_px=sizes, colour=tone.text, weight="heavy", across="centre"),
    ]


def _side(paint: Paint, box: Box, view: NumberView) -> list[Drawn]:
    height = max(paint.target(0.22), paint.scale.px(148) if not paint.is_tight else 0)
    row, told = box.bottom_part(height, paint.scale.px(32))
    fetch, done = row.columns([2.2, 1], paint.gap)
    buttons = [*large(paint, fetch, view.fetch), *large(paint, done, view.done)]
    return [*_told(paint, told, view), *buttons]


def _told(paint: Paint, box: Box, view: NumberView) -> list[Drawn]:
    sizes = paint.sizes("title", is_fixed=True)
    top, rest = box.top_part(round(1.2 * sizes[0]), paint.scale.px(24))
    sentences = [Paragraph(sentence) for sentence in view.sentences]
    return [*_headline(paint, top, view), *write(paint, rest, sentences, paint.palette.ink, down="middle")]


def _headline(paint: Paint, box: Box, view: NumberView) -> list[Drawn]:
    sizes, colour = paint.sizes("title", is_fixed=True), paint.palette.ink
    if view.slot is None:
        return [Words(box, view.headline, paint.language, sizes_px=sizes, colour=colour, weight="heavy")]
    side = round(0.92 * sizes[0])
    wanted = round(paint.width(view.headline, sizes[0], "heavy")) + 2
    text, rest = box.left_part(min(wanted, box.width - side - paint.scale.px(28)), paint.scale.px(28))
    arrow = Picture(rest.left_part(side)[0], glyph_file(ARROWS[view.slot], side), colour)
    return [Words(text, view.headline, paint.language, sizes_px=sizes, colour=colour, weight="heavy"), arrow]
