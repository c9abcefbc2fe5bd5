"""The calls of now: all equally large, as large as the room allows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final

from display.board import Turn
from display.layout.poster import Area, Card, Line, Measure, cap_px, em
from screenkit.boxes import Box
from screenkit.sizes import CAP_SHARE, FONT_SIZES, Scale, font_sizes_down
from screenkit.wrap import DESCENDER_SHARE

ONE_COLUMN_UP_TO: Final = 3
GAP: Final = 8
LINE: Final = 3
MARGIN: Final = 32
"""Between cards, the line there, and beside the text inside them, in pixels of the 1080p grid."""
AIRY: Final = 0.1
TIGHT: Final = 0.02
"""Above and below the text, as shares of a card's height; tight where the text would be too small to be read."""
NUMBER_TO_DESK: Final = 2.0
"""The number is at most so many times as large as the desk's name."""
GAP_BESIDE: Final = 0.6
WIDEST_GAP_BESIDE: Final = 1.2
GAP_BELOW: Final = 0.32
"""Between number and desk, as shares of the desk's font size."""


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide the widest number and the widest desk's name are, as shares of their font size."""

    number_em: float
    desk_em: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes of all calls, and whether the desk stands beside its number or below it."""

    number_px: int
    desk_px: int
    is_beside: bool

    def readable_part(self, readable_px: int) -> int:
        """How much of what the farthest seat needs they give, in pixels."""
        return min(self.desk_px, readable_px)

    def rank(self, readable_px: int) -> tuple[int, int]:
        """What makes one choice better than another: first that all can be read from the farthest seat."""
        return self.readable_part(readable_px), self.number_px * self.desk_px


@dataclass(frozen=True, slots=True)
class _Grid:
    sizes: Sizes
    cells: tuple[Box, ...]
    rooms: tuple[Box, ...]


def cards(turns: tuple[Turn, ...], widths: Widths, box: Box, scale: Scale, readable_px: int) -> tuple[Card, ...]:
    """A card for each call, in the order of the turns."""
    layouts = list(_cells(len(turns), box, scale.px(GAP)))
    airy, tight = (_best(layouts, widths, (scale.px(MARGIN), air), readable_px) for air in (AIRY, TIGHT))
    chosen = airy if airy.sizes.desk_px >= min(readable_px, tight.sizes.desk_px) else tight
    places = zip(turns, chosen.cells, chosen.rooms, strict=False)
    return tuple(_card(turn, cell, room, chosen.sizes, widths) for turn, cell, room in places)


def dividers(cards: tuple[Card, ...], scale: Scale) -> tuple[Area, ...]:
    """Thin lines between the rows of cards, so that nobody reads a number with the desk above it."""
    boxes = [card.box for card in cards]
    left, right = boxes[0].x + scale.px(MARGIN), max(box.right for box in boxes) - scale.px(MARGIN)
    thick = scale.px(LINE)
    tops = sorted({box.y for box in boxes})[1:]
    return tuple(Area(Box(left, top - (scale.px(GAP) + thick) // 2, right - left, thick), "line") for top in tops)


def widths(numbers: tuple[str, ...], desks: tuple[str, ...], measure: Measure) -> Widths:
    """The room that these numbers and desks need at most."""
    return Widths(em(numbers, "heavy", measure), em(desks, "heavy", measure))


def narrowest_px(widths: Widths, desk_px: int) -> int:
    """How wide a card's text is at least, with the desk's name at that font size."""
    return ceil(max(widths.number_em, widths.desk_em) * desk_px)


def _best(layouts: list[tuple[Box, ...]], widths: Widths, margin: tuple[int, float], readable_px: int) -> _Grid:
    grids = [_grid(cells, widths, margin, readable_px) for cells in layouts]
    # The first with the fewest columns: one call under the other is read most easily.
    return max(grids, key=lambda grid: grid.sizes.readable_part(readable_px))


def _grid(cells: tuple[Box, ...], widths: Widths, margin: tuple[int, float], readable_px: int) -> _Grid:
    beside, above = margin
    rooms = tuple(cell.inset(beside, round(above * cell.height)) for cell in cells)
    return _Grid(_best_sizes(rooms[0], widths, readable_px), cells, rooms)


def _cells(count: int, box: Box, gap: int) -> Iterator[tuple[Box, ...]]:
    for columns in range(1, 2 if count <= ONE_COLUMN_UP_TO else count + 1):
        yield tuple(box.grid(columns, ceil(count / columns), gap))


def _best_sizes(room: Box, widths: Widths, readable_px: int) -> Sizes:
    choices = _choices(room, widths)
    smallest = Sizes(FONT_SIZES[0], FONT_SIZES[0], is_beside=False)
    return max(choices, key=lambda sizes: sizes.rank(readable_px), default=smallest)


def _choices(room: Box, widths: Widths) -> Iterator[Sizes]:
    for desk_px, is_beside in product(FONT_SIZES, (True, False)):
        across = room.width - (GAP_BESIDE + widths.desk_em) * desk_px if is_beside else room.width
        down = room.height - _below_number(desk_px, is_beside=is_beside)
        limit = min(NUMBER_TO_DESK * desk_px, across / widths.number_em, down / CAP_SHARE)
        if limit >= desk_px and widths.desk_em * desk_px <= room.width:
            yield Sizes(font_sizes_down(int(limit))[0], desk_px, is_beside)


def _below_number(desk_px: int, *, is_beside: bool) -> float:
    tail = DESCENDER_SHARE * desk_px
    return tail if is_beside else tail + (GAP_BELOW + CAP_SHARE) * desk_px


def _card(turn: Turn, cell: Box, room: Box, sizes: Sizes, widths: Widths) -> Card:
    below = 0 if sizes.is_beside else round((GAP_BELOW + CAP_SHARE) * sizes.desk_px)
    left_over = room.height - cap_px(sizes.number_px) - below
    # The eye takes capitals and figures for the text; a tail may only not hang over the edge.
    top = room.y + min(left_over // 2, left_over - round(DESCENDER_SHARE * sizes.desk_px))
    baseline = top + cap_px(sizes.number_px)
    desk_x = _desk_x(room, sizes, widths) if sizes.is_beside else room.x
    number = Line(turn.number, room.x, baseline, sizes.number_px, "heavy", "white")
    desk = Line(turn.desk_name, desk_x, baseline + below, sizes.desk_px, "heavy", "sun")
    return Card(turn.call_id, cell, number, desk)


def _desk_x(room: Box, sizes: Sizes, widths: Widths) -> int:
    at_the_right = room.right - ceil(widths.desk_em * sizes.desk_px)
    near = room.x + ceil(widths.number_em * sizes.number_px + WIDEST_GAP_BESIDE * sizes.desk_px)
    return min(at_the_right, near)
