"""The screens with tiles: topics, a second level, languages."""

from math import ceil
from typing import Final

from kivy.uix.widget import Widget

from kiosk.screens import frame, notice
from kiosk.screens.buttons import tile
from kiosk.screens.paint import TILE_MM, Paint
from kiosk.view import ChoiceView
from screenkit.boxes import Box
from screenkit.type import width_px
from screenkit.widgets import Words

LANDSCAPE: Final = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 3, 8: 3, 9: 3}
PORTRAIT: Final = {1: 1, 2: 1, 3: 1}
MOST_COLUMNS: Final = 6
LOWEST_TILE_SHARE: Final = 0.16
HIGHEST_TILE_MM: Final = 120.0


def draw(paint: Paint, view: ChoiceView) -> list[Widget]:
    """A question and its answers; the last tile fills what is left of its row."""
    around, content = frame.draw(paint, view.frame)
    top, rest = content.top_part(round(1.12 * paint.sizes("title", is_fixed=True)[0]), paint.gap)
    if view.notice and paint.scale.is_portrait:
        told, rest = rest.top_part(paint.target(0.1), paint.gap)
    else:
        top, told = _beside(paint, top, view)
    title = Words(top, view.title, sizes_px=paint.sizes("title"), colour=paint.palette.ink, weight="heavy")
    notices = notice.draw(paint, told, view.notice, "label") if view.notice else []
    boxes = places(paint, rest, len(view.tiles))
    tiles = [tile(paint, box, button) for box, button in zip(boxes, view.tiles, strict=True)]
    return [*around, title, *notices, *(widget for widgets in tiles for widget in widgets)]


def places(paint: Paint, box: Box, count: int) -> list[Box]:
    """Where so many tiles go: in the usual columns while that leaves them large enough, else as large as can be."""
    usual = (PORTRAIT if paint.scale.is_portrait else LANDSCAPE).get(count, 2 if paint.scale.is_portrait else 4)
    columns = usual
    if _short_side(paint, box, count, usual) < paint.scale.mm(TILE_MM):
        columns = max(range(1, MOST_COLUMNS), key=lambda n: _short_side(paint, box, count, n))
    rows = ceil(count / columns)
    height = min(box.height, rows * paint.scale.mm(HIGHEST_TILE_MM) + (rows - 1) * paint.gap)
    cells = box.top_part(height)[0].grid(columns, rows, paint.gap)
    last = cells[count - 1]
    return [*cells[: count - 1], Box(last.x, last.y, cells[-1].right - last.x, last.height)]


def _short_side(paint: Paint, box: Box, count: int, columns: int) -> int:
    cell = box.grid(columns, ceil(count / columns), paint.gap)[0]
    return min(cell.width, cell.height)


def _beside(paint: Paint, top: Box, view: ChoiceView) -> tuple[Box, Box]:
    if not view.notice:
        return top, top
    wanted = round(width_px(view.title, paint.sizes("title")[0], "heavy")) + 2
    return top.left_part(min(wanted, round(0.45 * top.width)), paint.scale.px(40))
