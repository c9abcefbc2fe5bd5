"""The fixed row, and above it what goes with speech: each control in the same place on every screen of one size."""

from math import ceil
from typing import Final

from kiosk.screens.buttons import in_row
from kiosk.screens.paint import TARGET_MM, Paint
from kiosk.view import Button, Guide
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Words

SLOTS: Final = 6
LONGEST: Final = 1
"""The slot of reading aloud."""

ALIKE: Final = 1.1
CAPTION_SHARE: Final = 1.2
"""How high the words of the strip are in large letters, as a multiple of the body text."""


def columns_of(paint: Paint) -> int:
    """How many slots stand side by side: as many as leaves room for a word."""
    if paint.is_tight or not (paint.is_large or paint.scale.is_portrait):
        return SLOTS
    return SLOTS // 3 if paint.is_large and paint.scale.is_portrait else SLOTS // 2


def cell_height(paint: Paint) -> int:
    """Of one control of the row: a sign above a word, or beside it where letters are large and there is width."""
    if paint.is_tight or paint.is_large:
        return paint.target
    return max(paint.target, round(1.06 * paint.size("label")) + paint.scale.px(80))


def height(paint: Paint) -> int:
    """Of the whole row."""
    lines = SLOTS // columns_of(paint)
    return lines * cell_height(paint) + (lines - 1) * paint.gap


def row(paint: Paint, box: Box, buttons: tuple[Button | None, ...]) -> list[Drawn]:
    """What is in the slots; one without use stays empty."""
    columns = columns_of(paint)
    cells = _tight_cells(paint, box) if paint.is_tight else box.grid(columns, SLOTS // columns, paint.gap)
    return _alike(paint, [(cell, button) for cell, button in zip(cells, buttons, strict=False) if button])


def _tight_cells(paint: Paint, box: Box) -> list[Box]:
    """What a finger does not need goes to the one with the longest word in nearly every language."""
    room = box.width - (SLOTS - 1) * paint.gap
    needed = min(room // SLOTS, ceil(TARGET_MM * paint.scale.pixels[0] / paint.scale.screen.millimetres[0]))
    return box.columns([room - (SLOTS - 1) * needed if at == LONGEST else needed for at in range(SLOTS)], paint.gap)


def strip_height(paint: Paint) -> int:
    """Of caption and controls together; on a tight screen of the caption alone."""
    if paint.is_tight:
        return paint.scale.px(76)
    if columns_of(paint) == SLOTS:
        return cell_height(paint)
    lines = 2 if paint.is_large and paint.scale.is_portrait else 1
    controls = lines * cell_height(paint) + (lines - 1) * paint.gap
    return controls + paint.gap + round(CAPTION_SHARE * paint.size("body"))


def strip(paint: Paint, box: Box, guide: Guide) -> list[Drawn]:
    """What is said, and beside or below it how loud."""
    if columns_of(paint) == SLOTS:
        widths = _widths(paint, guide, box.columns([1] * SLOTS, paint.gap)[0].width)
        right, told = box.right_part(sum(widths) + 2 * paint.gap, paint.scale.px(40))
        cells = right.columns(widths, paint.gap)
    else:
        told, cells = _above(paint, box, guide)
    return [_caption(paint, told, guide.caption), *controls(paint, cells, guide)]


def controls(paint: Paint, cells: list[Box], guide: Guide) -> list[Drawn]:
    """Softer, louder and again, each in its cell."""
    return _alike(paint, list(zip(cells, (guide.quieter, guide.louder, guide.repeat), strict=True)))


def caption(paint: Paint, box: Box, guide: Guide) -> list[Drawn]:
    """What is said, alone."""
    return [_caption(paint, box, guide.caption)]


def _alike(paint: Paint, placed: list[tuple[Box, Button]]) -> list[Drawn]:
    """Their words nearly equally large; on a tight screen each as large as it can be."""
    drawn = [in_row(paint, cell, button) for cell, button in placed]
    if not paint.is_tight and placed:
        smallest = min(part.fitted.size_px for parts in drawn for part in parts if isinstance(part, Words))
        drawn = [in_row(paint, cell, button, round(ALIKE * smallest)) for cell, button in placed]
    return [part for parts in drawn for part in parts]


def _widths(paint: Paint, guide: Guide, least: int) -> list[int]:
    """So that each word keeps its size."""
    size, pad = paint.size("label"), paint.scale.px(32)
    buttons = (guide.quieter, guide.louder, guide.repeat)
    return [max(least, round(paint.width(each.text, size, "strong")) + pad) for each in buttons]


def _above(paint: Paint, box: Box, guide: Guide) -> tuple[Box, list[Box]]:
    told, below = box.top_part(round(CAPTION_SHARE * paint.size("body")), paint.gap)
    if paint.is_large and paint.scale.is_portrait:
        upper, lower = below.rows([1, 1], paint.gap)
        return told, [*upper.columns([1, 1], paint.gap), lower]
    sign = round(0.8 * paint.target) if paint.is_large else 0
    return told, below.columns([each + sign for each in _widths(paint, guide, 0)], paint.gap)


def _caption(paint: Paint, box: Box, text: str) -> Words:
    return Words(
        box,
        text,
        paint.language,
        sizes_px=paint.sizes("body"),
        colour=paint.palette.ink,
        weight="strong",
        leading=1.2,
        name="caption",
    )
