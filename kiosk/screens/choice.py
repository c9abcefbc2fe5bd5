"""The screens with tiles: topics, a second level, languages."""

from math import ceil
from typing import Final

from kiosk.screens import frame, notice
from kiosk.screens.paint import TILE_MM, Paint
from kiosk.screens.tiles import tiles
from kiosk.view import ChoiceView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Words
from screenkit.sizes import Step

LANDSCAPE: Final = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 3, 8: 3, 9: 3}
PORTRAIT: Final = {1: 1, 2: 1, 3: 1}
TITLE: Final[Step] = "title"
SMALLER_TITLE: Final[Step] = "body"
MOST_COLUMNS: Final = 6
HIGHEST_TILE_MM: Final = 100.0
HIGHEST_PLAIN_TILE_MM: Final = 60.0
"""Of tiles without a picture."""


def draw(paint: Paint, view: ChoiceView) -> list[Drawn]:
    """A question and its answers; the last tile fills what is left of its row."""
    around, content = frame.draw(paint, view.frame)
    top, rest = content.top_part(round(1.12 * paint.sizes("title", is_fixed=True)[0]), paint.gap)
    told, step = top, TITLE
    if view.notice and paint.scale.is_portrait:
        told, rest = rest.top_part(round(0.06 * content.height), paint.gap)
    elif view.notice:
        top, told = _beside(paint, top, view.title)
        step = SMALLER_TITLE
    sizes = paint.sizes(step, is_fixed=True)
    title = Words(top, view.title, language=paint.language, sizes_px=sizes, colour=paint.palette.ink, weight="heavy")
    notices = notice.draw(paint, told, view.notice, "label") if view.notice else []
    highest = HIGHEST_TILE_MM if any(tile.picture for tile in view.tiles) else HIGHEST_PLAIN_TILE_MM
    boxes = places(paint, rest, len(view.tiles), paint.scale.mm(highest))
    return [*around, title, *notices, *tiles(paint, boxes, view.tiles)]


def places(paint: Paint, box: Box, count: int, highest_px: int) -> list[Box]:
    """Where so many tiles go: in the usual columns while that leaves them large enough, else as large as can be."""
    columns = (PORTRAIT if paint.scale.is_portrait else LANDSCAPE).get(count, 2 if paint.scale.is_portrait else 4)
    if _short_side(paint, box, count, columns) < paint.scale.mm(TILE_MM):
        columns = max(range(1, MOST_COLUMNS), key=lambda n: _short_side(paint, box, count, n))
    rows = ceil(count / columns)
    height = min(box.height, rows * highest_px + (rows - 1) * paint.gap)
    cells = box.top_part(height)[0].grid(columns, rows, paint.gap)
    last = cells[count - 1]
    return [*cells[: count - 1], Box(last.x, last.y, cells[-1].right - last.x, last.height)]


def _short_side(paint: Paint, box: Box, count: int, columns: int) -> int:
    cell = box.grid(columns, ceil(count / columns), paint.gap)[0]
    return min(cell.width, cell.height)


def _beside(paint: Paint, top: Box, title: str) -> tuple[Box, Box]:
    wanted = round(paint.width(title, paint.sizes("body", is_fixed=True)[0], "heavy")) + 2
    return top.left_part(min(wanted, round(0.45 * top.width)), paint.scale.px(40))
