"""Tiles to choose from: a picture and a word or two, all words equally large."""

from collections.abc import Sequence
from typing import Final

from kiosk.screens.buttons import base, picture_of
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Block, Paragraph, put, set_in
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture
from screenkit.glyphs import glyph_file

WIDE: Final = 1.9
"""From this shape on the picture stands beside the text, not above it."""

PICTURE_SHARE: Final = 0.54
LARGE_PICTURE_SHARE: Final = 0.42
TALL_PICTURE_SHARE: Final = 0.44


def tiles(paint: Paint, boxes: Sequence[Box], buttons: Sequence[Button]) -> list[Drawn]:
    """One tile in each box."""
    drawn = [_Tile(paint, box, button) for box, button in zip(boxes, buttons, strict=True)]
    share = min(tile.block().share for tile in drawn)
    return [widget for tile in drawn for widget in tile.draw(share)]


class _Tile:
    def __init__(self, paint: Paint, box: Box, button: Button) -> None:
        self._paint = paint
        self._box = box
        self._button = button
        self._is_wide = box.width / box.height >= WIDE
        self._inner = box.inset(paint.scale.px(20), paint.scale.px(12))
        self._side = self._picture_side() if button.picture else 0

    def block(self, share: float = 1.0) -> Block:
        step, button = ("body" if self._button.picture else "title"), self._button
        name = Paragraph(button.text, step, "strong", leading=1.2)  # type: ignore[arg-type]
        detail = [Paragraph(button.detail, "label")] if button.detail else []
        return set_in(self._paint, self._text_box(), [name, *detail], share=share, air=0.25)

    def draw(self, share: float) -> list[Drawn]:
        tone, block, text = self._paint.tone(self._button.tone), self.block(share), self._text_box()
        if self._is_wide and self._side:
            words = put(block, text, tone.text)
            picture = self._inner.left_part(round(1.16 * self._side))[0]
        else:
            group = self._inner.centred(self._inner.width, self._side + self._gap + block.height)
            picture, text = group.top_part(self._side, self._gap)
            words = put(block, text, tone.text, across="centre")
        return [
            base(self._paint, self._box, self._button),
            *(picture_of(self._paint, picture, self._button, self._side) if self._side else []),
            *words,
            *self._tick(),
        ]

    @property
    def _gap(self) -> int:
        if not self._side:
            return 0
        return self._paint.scale.px(22 if self._is_wide else 18)

    def _picture_side(self) -> int:
        if not self._is_wide:
            return round(min(TALL_PICTURE_SHARE * self._inner.height, 0.8 * self._inner.width))
        share = LARGE_PICTURE_SHARE if self._paint.is_large else PICTURE_SHARE
        return min(round(share * self._box.height), round(0.30 * self._box.width))

    def _text_box(self) -> Box:
        if not self._side:
            return self._inner.inset(self._tick_side() if self._button.is_on else 0, 0)
        if self._is_wide:
            return self._inner.left_part(round(1.16 * self._side), self._gap)[1]
        return self._inner.top_part(self._side, self._gap)[1]

    def _tick_side(self) -> int:
        return min(self._paint.scale.font("title"), self._inner.height)

    def _tick(self) -> list[Drawn]:
        if not self._button.is_on:
            return []
        side, tone = self._tick_side(), self._paint.tone(self._button.tone)
        return [Picture(self._inner.right_part(side)[0], glyph_file("tick", side), tone.text)]
