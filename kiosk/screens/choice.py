"""The screens with tiles: topics, a second level, languages."""

from dataclasses import dataclass, replace
from typing import Final

from kiosk.screens import frame, notice
from kiosk.screens.frame import Room
from kiosk.screens.grid import Plan, cells, plan
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, set_in
from kiosk.screens.tiles import tiles
from kiosk.screens.told import page_of, turn
from kiosk.view import Button, ChoiceView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Words
from screenkit.sizes import Step, font_sizes_down

TITLE: Final[Step] = "title"
LATIN_LINE: Final = 1.12
"""How high a line of Latin letters is, as a multiple of their size."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells, what they hold, and where the page is turned."""

    made: Plan
    boxes: list[Box]
    more: Box


def draw(paint: Paint, view: ChoiceView) -> list[Drawn]:
    """A question and its answers; the last tile fills what is left of its row."""
    around, room = frame.draw(paint, view.frame)
    view = replace(view, tiles=(*view.tiles, view.aside)) if view.aside else view
    if view.notice and (paint.is_large or paint.is_tight):
        head, box = _head(paint, view, room, band_px=0)
        grid = _grid(paint, view, box, room.more)
        if len(grid.made.pages) > 1:
            return [*around, *head, *_page(paint, view, grid, with_notice=True)]
    head, box = _head(paint, view, room, band_px=_band_height(paint, room, view.notice))
    return [*around, *head, *_page(paint, view, _grid(paint, view, box, room.more), with_notice=False)]


def _band_height(paint: Paint, room: Room, text: str) -> int:
    if not text:
        return 0
    inner = Box(0, 0, room.whole.width - 2 * paint.scale.px(28), room.whole.height)
    block = set_in(paint, inner, [Paragraph(text, "body", "strong", leading=1.2)])
    return block.height + 2 * paint.scale.px(12)


def _head(paint: Paint, view: ChoiceView, room: Room, *, band_px: int) -> tuple[list[Drawn], Box]:
    """The question right above the tiles, and under it what a visitor should know."""
    height, into_header = _title_height(paint, room, view.title)
    head = height + (band_px + paint.scale.px(12) if band_px else 0)
    top = max(room.whole.y - into_header, room.reach.y - head - paint.gap)
    title = Box(room.whole.x, top, room.whole.width, height)
    start = top + head + (paint.gap if not paint.is_tight else paint.edge)
    box = room.whole.bottom_part(room.whole.bottom - start)[0]
    words = Words(
        title, view.title, paint.language, sizes_px=font_sizes_down(paint.size(TITLE)), colour=paint.palette.ink,
        weight="heavy", name="title",
    )  # fmt: skip
    band = Box(title.x, title.bottom + paint.scale.px(12), title.width, band_px)
    return [words, *(notice.draw(paint, band, view.notice) if band_px else [])], box


def _title_height(paint: Paint, room: Room, title: str) -> tuple[int, int]:
    """As for Latin letters, so that tiles keep their place; higher letters reach into the white below the header."""
    size = paint.size(TITLE)
    if paint.is_tight:
        return min(size, room.whole.height - paint.tile - paint.edge), 0
    wanted, usual = paint.line(size), round(LATIN_LINE * size)
    words = [Paragraph(title, TITLE, "heavy")]
    if not set_in(paint, Box(0, 0, room.whole.width, max(wanted, usual)), words).is_readable:
        height = set_in(paint, room.whole, words).height
        if room.whole.height - height - paint.gap >= paint.tile:
            return height, 0
    into_header = min(max(0, wanted - usual), round(0.8 * paint.edge))
    return usual + into_header, into_header


def _grid(paint: Paint, view: ChoiceView, box: Box, more: Box | None) -> Grid:
    """On a tight screen what turns the page stands beside the tiles, so that it takes no tile's place."""
    is_beside = paint.is_tight and more is None
    made = plan(paint, box, view.tiles, is_more_inside=more is None and not is_beside)
    if is_beside and len(made.pages) > 1:
        more, box = box.right_part(paint.target, paint.gap)
        made = plan(paint, box, view.tiles, is_more_inside=False)
    boxes = cells(paint, box, made)
    return Grid(made, boxes, more or boxes[-1])


def _page(paint: Paint, view: ChoiceView, grid: Grid, *, with_notice: bool) -> list[Drawn]:
    """What the focus is on, or what was turned to; a notice that has a page for itself comes first."""
    pages, boxes = grid.made.pages, grid.boxes
    names: list[list[object]] = [["notice"]] if with_notice else []
    first = len(names)
    names += [[tile.control for tile in page] for page in pages]
    at = page_of(view.frame, names) - first
    page = pages[max(0, at)]
    if len(pages) == 1:
        last = boxes[len(page) - 1]
        boxes = [*boxes[: len(page) - 1], Box(last.x, last.y, boxes[-1].right - last.x, last.height)]
        return tiles(paint, boxes, page, grid.made.setting)
    turned = turn(paint, view.frame, grid.more, len(names))
    if at >= 0:
        return [*tiles(paint, _places(boxes, grid.made, page), page, grid.made.setting), *turned]
    always = tuple(tile for tile in page if tile.tone == "sun")
    places = _places(boxes, grid.made, always)
    told = _before(boxes, places[0] if places else grid.more)
    return [*notice.draw(paint, told, view.notice), *tiles(paint, places, always, grid.made.setting), *turned]


def _before(boxes: list[Box], end: Box) -> Box:
    """All of the rows above that cell, or what is left of it in its own."""
    above = [box for box in boxes if box.bottom <= end.y]
    left = above or [box for box in boxes if box.right <= end.x]
    return Box(left[0].x, left[0].y, max(box.right for box in left) - left[0].x, left[-1].bottom - left[0].y)


def _places(boxes: list[Box], made: Plan, page: tuple[Button, ...]) -> list[Box]:
    """What is on every page keeps its place: last, but for the cell that turns the page."""
    always = [tile for tile in page if tile.tone == "sun"]
    end = len(boxes) - made.has_more
    return [*boxes[: len(page) - len(always)], *boxes[end - len(always) : end]]
