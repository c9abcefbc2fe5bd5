"""The screen with figures to touch."""

from itertools import chain
from typing import Final

from kiosk.screens.buttons import GLYPHS, base, large
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, write
from kiosk.view import Button, PadView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Words
from screenkit.glyphs import glyph_file

KEY_MM: Final = (36.0, 30.0)
"""At most so wide and so high."""

SHARE: Final = 0.52
TIGHT_SHARE: Final = 0.62
BULLET: Final = "•"
FIELD_MM: Final = 22.0


def draw(paint: Paint, view: PadView) -> list[Drawn]:
    """What to give on one side, the keys on the other; in portrait the keys stand below, where a hand is."""
    width, height = paint.scale.pixels
    whole = Box(0, 0, width, height).inset(paint.margin, paint.scale.px(24))
    if paint.scale.is_portrait:
        row, rest = whole.bottom_part(paint.target, paint.scale.px(64))
        keys, told = rest.bottom_part(min(_height(paint, 4), round(0.6 * rest.height)), paint.scale.px(64))
    else:
        keys, left = whole.right_part(
            round((TIGHT_SHARE if paint.is_tight else SHARE) * whole.width), paint.scale.px(56)
        )
        row, told = left.bottom_part(paint.target, paint.gap)
    return [*_told(paint, told, view), *_keys(paint, keys, view.keys), *large(paint, row, view.leave)]


def _told(paint: Paint, box: Box, view: PadView) -> list[Drawn]:
    field, rest = box.bottom_part(min(paint.scale.mm(FIELD_MM), round(0.3 * box.height)), paint.scale.px(32))
    words = [Paragraph(view.title, "title", "heavy", leading=1.15), Paragraph(view.message)]
    tone = paint.palette.card
    return [
        *write(paint, rest, words, paint.palette.ink, down="bottom" if paint.scale.is_portrait else "middle"),
        Panel(field, tone, radius=paint.radius, border=paint.border),
        *(_bullets(paint, field, view.given) if view.given else []),
    ]


def _bullets(paint: Paint, field: Box, count: int) -> list[Drawn]:
    inner, sizes = field.inset(paint.scale.px(24), 0), paint.sizes("headline", is_fixed=True)
    return [
        Words(
            inner,
            " ".join(BULLET * count),
            language=paint.language,
            sizes_px=sizes,
            colour=paint.palette.ink,
            across="centre",
        )
    ]


def _keys(paint: Paint, box: Box, keys: tuple[Button, ...]) -> list[Drawn]:
    """As on a telephone; where the screen is low, what stands under the nine stands beside it."""
    columns, rows = (4, 3) if paint.is_tight else (3, 4)
    place = box.centred(min(box.width, _width(paint, columns)), min(box.height, _height(paint, rows)))
    order = (*keys[:3], keys[9], *keys[3:6], keys[10], *keys[6:9], keys[11]) if paint.is_tight else keys
    cells = place.grid(columns, rows, paint.gap)
    return list(chain.from_iterable(_key(paint, cell, key) for cell, key in zip(cells, order, strict=True)))


def _key(paint: Paint, box: Box, key: Button) -> list[Drawn]:
    sizes, colour = paint.sizes("title", is_fixed=True), paint.tone(key.tone).text
    if key.picture:
        return [base(paint, box, key), Picture(box, glyph_file(GLYPHS[key.picture], sizes[0]), colour)]
    inner = box.inset(paint.scale.px(8), paint.scale.px(4))
    return [
        base(paint, box, key),
        Words(inner, key.text, paint.language, sizes_px=sizes, colour=colour, weight="strong", across="centre"),
    ]


def _width(paint: Paint, columns: int) -> int:
    return columns * paint.scale.mm(KEY_MM[0]) + (columns - 1) * paint.gap


def _height(paint: Paint, rows: int) -> int:
    return rows * paint.scale.mm(KEY_MM[1]) + (rows - 1) * paint.gap
