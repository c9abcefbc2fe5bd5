"""Where tiles go: all on one page while they are large enough there and their words can be read, else on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from kiosk.screens.paint import Paint
from kiosk.screens.tiles import Setting, has_picture, settings_of
from kiosk.view import Button
from screenkit.boxes import Box

USUAL: Final = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 3, 8: 3, 9: 3, 10: 4}
USUAL_PORTRAIT: Final = {1: 1, 2: 1, 3: 1}
MOST: Final = 6
HIGHEST_TILE_MM: Final = 100.0
HIGHEST_PLAIN_TILE_MM: Final = 60.0
"""Of tiles without a picture."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Cells in columns and rows, what they hold on each page, and how the tiles are drawn in them."""

    columns: int
    rows: int
    pages: tuple[tuple[Button, ...], ...]
    setting: Setting
    has_more: bool

    @property
    def capacity(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows


def plan(paint: Paint, box: Box, tiles: tuple[Button, ...], *, is_more_inside: bool) -> Plan:
    """The best way to show these tiles; with `is_more_inside` the last cell of a page turns it."""
    shapes = [(columns, rows) for columns in range(1, MOST + 1) for rows in range(1, MOST + 1)]
    roomy = [shape for shape in shapes if _is_roomy(paint, box, shape)]
    found = [_made(paint, box, tiles, shape, is_more_inside=is_more_inside) for shape in roomy]
    made = [each for each in found if each] or [_least(paint, box, tiles, is_more_inside=is_more_inside)]
    usual = _usual(paint, len(tiles))
    return min(made, key=lambda each: _rank(each, usual, len(tiles)))


def cells(paint: Paint, box: Box, made: Plan) -> list[Box]:
    """The cells of a page, not higher than looks well."""
    has_pictures = any(has_picture(tile) for page in made.pages for tile in page)
    highest = paint.scale.mm(HIGHEST_TILE_MM if has_pictures else HIGHEST_PLAIN_TILE_MM)
    height = min(box.height, made.rows * highest + (made.rows - 1) * paint.gap)
    return box.top_part(height)[0].grid(made.columns, made.rows, paint.gap)


def _is_roomy(paint: Paint, box: Box, shape: tuple[int, int]) -> bool:
    cell = box.grid(*shape, paint.gap)[0]
    return min(cell.width, cell.height) >= paint.tile


def _made(
    paint: Paint, box: Box, tiles: tuple[Button, ...], shape: tuple[int, int], *, is_more_inside: bool
) -> Plan | None:
    pages = _pages(tiles, shape[0] * shape[1], is_more_inside=is_more_inside)
    if not pages:
        return None
    made = Plan(*shape, pages, Setting("", 0, 0), len(pages) > 1 and is_more_inside)
    # What a division leaves over makes some cells a pixel wider: words must fit in the others too.
    found = cells(paint, box, made)
    size = min(cell.width for cell in found), min(cell.height for cell in found)
    return replace(made, setting=settings_of(paint, size, tiles))


def _least(paint: Paint, box: Box, tiles: tuple[Button, ...], *, is_more_inside: bool) -> Plan:
    """Where not even one tile is as large as it should be: one at a time, beside what is always there."""
    for columns in range(1, MOST):
        made = _made(paint, box, tiles, (columns, 1), is_more_inside=is_more_inside)
        if made:
            return made
    raise ValueError(f"no room for {len(tiles)} tiles in {box}")


def _pages(tiles: Sequence[Button], capacity: int, *, is_more_inside: bool) -> tuple[tuple[Button, ...], ...]:
    """The tile for who does not know stands on every page."""
    if len(tiles) <= capacity:
        return (tuple(tiles),)
    always = tuple(tile for tile in tiles if tile.tone == "sun")
    others = [tile for tile in tiles if tile.tone != "sun"]
    each = capacity - len(always) - (1 if is_more_inside else 0)
    if each < 1:
        return ()
    # Evenly, so that the last page is not nearly empty.
    each = ceil(len(others) / ceil(len(others) / each))
    return tuple((*others[at : at + each], *always) for at in range(0, len(others), each))


def _rank(made: Plan, usual: int, count: int) -> tuple[float, ...]:
    is_usual = made.columns == usual and len(made.pages) == 1
    waste = made.capacity - (count if len(made.pages) == 1 else len(made.pages[0]) + made.has_more)
    return (
        not made.setting.is_readable and made.setting.gave_way,
        len(made.pages),
        not is_usual,
        waste if is_usual else 0,
        made.setting.gave_way,
        made.setting.picture_rank,
        waste,
        abs(made.columns - 1.3 * made.rows),
    )


def _usual(paint: Paint, count: int) -> int:
    if paint.scale.is_portrait:
        return USUAL_PORTRAIT.get(count, 2)
    return USUAL.get(count, 4)
