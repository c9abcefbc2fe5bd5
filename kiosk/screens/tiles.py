"""Tiles to choose from: a picture and a word or two, all words equally large."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from kiosk.screens.buttons import GLYPHS, base, picture_of
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import SQUEEZES, Block, Paragraph, put, set_in
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture, Words
from screenkit.glyphs import glyph_file
from screenkit.sizes import Step

Shape = Literal["beside", "above", ""]

SHAPES: Final[tuple[tuple[Shape, float], ...]] = (
    ("beside", 0.54), ("above", 0.46), ("beside", 0.42), ("above", 0.36), ("beside", 0.32), ("above", 0.26),
    ("beside", 0.24),
)  # fmt: skip
"""Where a picture may stand and how much of the height it takes, the best first."""

BESIDE_FROM: Final = 1.5
ABOVE_UP_TO: Final = 1.9
"""From one shape of tile on a picture may stand beside the text, up to the other above it."""

CORNER_PAD: Final = 20
"""Between a tick in the corner and the edges, in pixels of the 1080p grid."""

LARGER: Final = 1.2
"""So much larger it is worth being above the text where both may be."""

BESIDE_PAD: Final = 24
"""At the left and right, where pictures stand beside the text, in pixels of the 1080p grid."""

COLUMN: Final = 1.06
"""How wide what holds a picture beside the text is, as a multiple of the picture's height."""

LEAST_PICTURE_MM: Final = 12.0
ONE_SIZE_SMALLER: Final = len(SQUEEZES)
"""So much words may give way for a larger picture, where they can still be read."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How all tiles of one size are drawn: where the picture stands, how large, and how much the letters give way."""

    shape: Shape
    picture_px: int
    gave_way: int
    picture_rank: int = 0
    is_readable: bool = True
    step: Step = "title"


@lru_cache(maxsize=512)
def settings_of(paint: Paint, size: tuple[int, int], buttons: tuple[Button, ...]) -> Setting:
    """The largest pictures beside which all words hardly get smaller; with none, how far they give way."""
    cell = Box(0, 0, *size)
    if not any(button.picture for button in buttons):
        return _setting(paint, cell, buttons, Setting("", 0, 0))
    # Beside tiles with pictures a tile without one looks as if it were meant to stand out.
    step: Step = "body" if any(has_picture(button) for button in buttons) else "title"
    ratio = cell.width / cell.height
    beside = _best(paint, cell, buttons, "beside", step) if ratio >= BESIDE_FROM else None
    above = _best(paint, cell, buttons, "above", step) if ratio < ABOVE_UP_TO else None
    if beside and above:
        is_larger = above.picture_px > LARGER * beside.picture_px
        return above if is_larger and above.gave_way <= beside.gave_way else beside
    return beside or above or _setting(paint, cell, buttons, Setting("", 0, 0, len(SHAPES), step=step))


def _best(paint: Paint, cell: Box, buttons: tuple[Button, ...], shape: Shape, step: Step) -> Setting | None:
    """The largest picture of that shape; none where there is no room for one."""
    possible = []
    for rank, (each, share) in enumerate(SHAPES):
        side = _side(cell, shape, share)
        if each != shape or side < paint.scale.mm(LEAST_PICTURE_MM):
            continue
        possible.append(_setting(paint, cell, buttons, Setting(shape, side, 0, rank, step=step)))
        if not possible[-1].gave_way or (possible[-1].is_readable and possible[-1].gave_way <= ONE_SIZE_SMALLER):
            return possible[-1]
    return min(possible, key=lambda each: (not each.is_readable, each.gave_way), default=None)


def has_picture(button: Button) -> bool:
    """Whether it has a picture, and not only a sign."""
    return bool(button.picture) and button.picture not in GLYPHS


def tiles(paint: Paint, boxes: Sequence[Box], buttons: Sequence[Button], setting: Setting) -> list[Drawn]:
    """One tile in each box."""
    drawn = [_Tile(paint, box, button, setting) for box, button in zip(boxes, buttons, strict=True)]
    return [part for tile in drawn for part in tile.draw()]


def _side(cell: Box, shape: Shape, share: float) -> int:
    limit = 0.30 * cell.width if shape == "beside" else 0.8 * cell.width
    return round(min(share * cell.height, limit))


def _setting(paint: Paint, cell: Box, buttons: tuple[Button, ...], plain: Setting) -> Setting:
    gave_way = max(_Tile(paint, cell, button, plain).cost for button in buttons)
    at_last = replace(plain, gave_way=gave_way)
    return replace(at_last, is_readable=all(_Tile(paint, cell, button, at_last).is_readable for button in buttons))


def _pad(paint: Paint) -> int:
    """Above and below what is in a tile."""
    if paint.is_tight:
        return paint.ring_room - paint.edge + 2
    return paint.scale.px(7 if paint.is_large else 12)


class _Tile:
    def __init__(self, paint: Paint, box: Box, button: Button, setting: Setting) -> None:
        self._paint = paint
        self._box = box
        self._button = button
        self._gave_way = setting.gave_way
        self._is_beside = setting.shape == "beside"
        self._inner = box.inset(paint.scale.px(BESIDE_PAD if self._is_beside else 20), _pad(paint))
        self._side = setting.picture_px if button.picture else 0
        self._step: Step = "body" if button.picture else setting.step

    @property
    def cost(self) -> int:
        """How far its letters give way; being cut off costs most."""
        block = self._block()
        return block.gave_way if block.is_whole else 100

    @property
    def is_readable(self) -> bool:
        """Whether its words are large enough."""
        return self._block().is_readable

    def draw(self) -> list[Drawn]:
        tone, block, text = self._paint.tone(self._button.tone), self._block(), self._text_box()
        if self._is_beside and self._side:
            words = put(block, text, tone.text)
            picture = self._inner.left_part(round(COLUMN * self._side))[0]
        else:
            group = self._inner.centred(self._inner.width, self._above + self._gap + block.height)
            picture, below = group.top_part(self._above, self._gap)
            words = put(block, below if self._above else text, tone.text, across="centre")
        if self._above and not self._side:
            words, picture = self._ticked(block, words, picture)
        return [base(self._paint, self._box, self._button), *self._shown(picture), *words]

    def _ticked(self, block: Block, words: list[Drawn], tick: Box) -> tuple[list[Drawn], Box]:
        """The words where those of the tiles beside it stand, and the tick in the corner, if there is room for it."""
        alike = put(block, self._inner, self._paint.tone(self._button.tone).text, across="centre")
        pad = self._paint.scale.px(CORNER_PAD)
        corner = self._box.inset(pad).top_part(self._above)[0].right_part(self._above)[0]
        inks = [part.ink for part in alike if isinstance(part, Words)]
        is_free = all(ink.y >= corner.bottom or ink.right <= corner.x - pad for ink in inks)
        return (alike, corner) if is_free else (words, tick)

    def _shown(self, box: Box) -> list[Drawn]:
        """The picture, or the tick of what is on."""
        if self._side:
            return picture_of(self._paint, box, self._button, self._side)
        if self._above:
            return [Picture(box, glyph_file("tick", self._above), self._paint.tone(self._button.tone).text)]
        return []

    @property
    def _above(self) -> int:
        """How high what stands above the text is."""
        is_ticked = self._button.is_on and not self._side
        return min(self._paint.size("label"), round(0.3 * self._inner.height)) if is_ticked else self._side

    def _block(self) -> Block:
        button = self._button
        name = Paragraph(
            button.text,
            self._step,
            "strong",
            leading=1.08 if self._paint.is_large else 1.15,
            name=button.control,
            language=button.language,
        )
        detail = [Paragraph(button.detail, "label", name=button.control)] if button.detail else []
        return set_in(self._paint, self._text_box(), [name, *detail], gave_way=self._gave_way, air=0.25)

    @property
    def _gap(self) -> int:
        if not self._above:
            return 0
        return self._paint.scale.px(22 if self._is_beside else 14)

    def _text_box(self) -> Box:
        if self._is_beside and self._side:
            return self._inner.left_part(round(COLUMN * self._side), self._gap)[1]
        return self._inner.top_part(self._above, self._gap)[1]
