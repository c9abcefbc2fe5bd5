"""The screens with tiles: topics, a second level, languages."""

from typing import Final

from kiosk.screens import frame, notice
from kiosk.screens.frame import Room
from kiosk.screens.grid import Plan, cells, plan
from kiosk.screens.paint import Paint
from kiosk.screens.tiles import tiles
from kiosk.screens.told import page_of, turn
from kiosk.view import Button, ChoiceView
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Words
from screenkit.sizes import Step

TITLE: Final[Step] = "title"
SMALLER_TITLE: Final[Step] = "body"
LATIN_LINE: Final = 1.12
"""How high a line of Latin letters is, as a multiple of their size."""


def draw(paint: Paint, view: ChoiceView) -> list[Drawn]:
    """A question and its answers; the last tile fills what is left of its row."""
    around, room = frame.draw(paint, view.frame)
    head, box = _head(paint, view, room)
    return [*around, *head, *_tiles(paint, view, box, room.more)]


def _head(paint: Paint, view: ChoiceView, room: Room) -> tuple[list[Drawn], Box]:
    """The question right above the tiles; what a visitor should know beside it, or under it where that is narrow."""
    height, into_header = _title_height(paint, room)
    told_height = round(1.4 * paint.line(paint.size("label"))) if view.notice and paint.scale.is_portrait else 0
    head = height + (told_height + paint.gap if told_height else 0)
    top = max(room.whole.y - into_header, room.reach.y - head - paint.gap)
    title = Box(room.whole.x, top, room.whole.width, height)
    start = top + head + (paint.gap if not paint.is_tight else paint.edge)
    box = room.whole.bottom_part(room.whole.bottom - start)[0]
    told, step = Box(title.x, title.bottom + paint.gap, title.width, told_height), TITLE
    if view.notice and not told_height:
        title, told = _beside(paint, title, view.title)
        step = SMALLER_TITLE
    words = Words(
        title, view.title, paint.language, sizes_px=paint.sizes(step), colour=paint.palette.ink, weight="heavy",
        name="title",
    )  # fmt: skip
    return [words, *(notice.draw(paint, told, view.notice, "label") if view.notice else [])], box


def _title_height(paint: Paint, room: Room) -> tuple[int, int]:
    """As for Latin letters, so that tiles keep their place; higher letters reach into the white below the header."""
    size = paint.size(TITLE)
    if paint.is_tight:
        return min(size, room.whole.height - paint.tile - paint.edge), 0
    wanted, usual = paint.line(size), round(LATIN_LINE * size)
    into_header = min(max(0, wanted - usual), round(0.8 * paint.edge))
    return usual + into_header, into_header


def _tiles(paint: Paint, view: ChoiceView, box: Box, more: Box | None) -> list[Drawn]:
    is_beside = paint.is_tight and more is None
    made = plan(paint, box, view.tiles, is_more_inside=more is None and not is_beside)
    if is_beside and len(made.pages) > 1:
        more, box = box.right_part(paint.target, paint.gap)
        made = plan(paint, box, view.tiles, is_more_inside=False)
    page = made.pages[page_of(view.frame, [[tile.control for tile in page] for page in made.pages])]
    boxes = cells(paint, box, made)
    if len(made.pages) == 1:
        last = boxes[len(page) - 1]
        boxes = [*boxes[: len(page) - 1], Box(last.x, last.y, boxes[-1].right - last.x, last.height)]
        return tiles(paint, boxes, page, made.setting)
    if more:
        turned = turn(paint, view.frame, more, len(made.pages))
    else:
        turned = turn(paint, view.frame, boxes[-1], len(made.pages))
    return [*tiles(paint, _places(boxes, made, page), page, made.setting), *turned]


def _places(boxes: list[Box], made: Plan, page: tuple[Button, ...]) -> list[Box]:
    """What is on every page keeps its place: last, but for the cell that turns the page."""
    always = [tile for tile in page if tile.tone == "sun"]
    end = len(boxes) - made.has_more
    return [*boxes[: len(page) - len(always)], *boxes[end - len(always) : end]]


def _beside(paint: Paint, top: Box, title: str) -> tuple[Box, Box]:
    wanted = round(paint.width(title, paint.size(SMALLER_TITLE), "heavy")) + 2
    return top.left_part(min(wanted, round(0.45 * top.width)), paint.scale.px(40))
