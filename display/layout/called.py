"""The calls of now: all equally large, as large as the room allows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import ceil
from typing import Final

from board.turns import Turn
from display.layout.poster import EM_PX, Area, Card, Line, Measure, MeasureIn, cap_px, em
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
OWN_SHARE: Final = 0.75
"""How large a desk's name in the visitor's own language is, beside the one that is there for everybody."""
OWN_PITCH: Final = 1.12
OWN_TAIL: Final = 0.38
OWN_AIR: Final = 0.35
"""From the desk's base line to that of its name in another script, what hangs below that, and the air above all."""
SHALLOW_TAIL: Final = 0.25
"""What hangs below in all scripts but Arabic."""


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide the widest number and the widest desk's name are, as shares of their font size."""

    number_em: float
    desk_em: float
    has_own: bool = False
    """Whether a desk stands there in a visitor's own language too."""


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


def cards(  # noqa: PLR0917 - five things that nothing else holds together
    turns: tuple[Turn, ...], widths: Widths, box: Box, scale: Scale, readable_px: int, measure: Measure
) -> tuple[Card, ...]:
    """A card for each call, in the order of the turns."""
    layouts = list(_cells(len(turns), box, scale.px(GAP)))
    airy, tight = (_best(layouts, widths, (scale.px(MARGIN), air), readable_px) for air in (AIRY, TIGHT))
    chosen = airy if airy.sizes.desk_px >= min(readable_px, tight.sizes.desk_px) else tight
    return tuple(_card(turn, chosen, at, widths, measure) for at, turn in enumerate(turns))


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


def with_own(widths: Widths, turns: tuple[Turn, ...], measure: MeasureIn) -> Widths:
    """The room that these turns need with the desks in the visitors' own languages below."""
    wide = [measure(turn.own_name, EM_PX, "heavy", turn.own_language) for turn in turns if turn.own_name]
    return (
        replace(widths, desk_em=max(widths.desk_em, *(1.02 * OWN_SHARE * each / EM_PX for each in wide)), has_own=True)
        if wide
        else widths
    )


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
        down = room.height - _below_number(desk_px, widths, is_beside=is_beside)
        if is_beside and _block(desk_px, widths) > room.height:
            continue
        limit = min(NUMBER_TO_DESK * desk_px, across / widths.number_em, down / CAP_SHARE)
        if limit >= desk_px and widths.desk_em * desk_px <= room.width:
            yield Sizes(font_sizes_down(int(limit))[0], desk_px, is_beside)


def _below_number(desk_px: int, widths: Widths, *, is_beside: bool) -> float:
    if is_beside:
        return DESCENDER_SHARE * desk_px
    air = OWN_AIR * desk_px if widths.has_own else 0
    return _tail(desk_px, widths) + air + (GAP_BELOW + CAP_SHARE) * desk_px


def _block(desk_px: int, widths: Widths) -> float:
    """How high a desk beside its number is, once more in another language below itself where that is so."""
    return CAP_SHARE * desk_px + _tail(desk_px, widths)


def _tail(desk_px: int, widths: Widths) -> float:
    """Below the desk's base line: tails of letters, or the desk once more and its tails."""
    return (OWN_PITCH + OWN_TAIL if widths.has_own else DESCENDER_SHARE) * desk_px


def _card(turn: Turn, grid: _Grid, at: int, widths: Widths, measure: Measure) -> Card:
    cell, room, sizes = grid.cells[at], grid.rooms[at], grid.sizes
    number_base, desk_base = _baselines(room, sizes, widths, turn.own_language)
    desk_x = _desk_x(room, sizes, widths) if sizes.is_beside else room.x
    number = Line(turn.number, room.x, number_base, sizes.number_px, "heavy", "white")
    desk = Line(turn.desk_name, desk_x, desk_base, sizes.desk_px, "heavy", "sun")
    if turn.is_taken_back:
        desk = replace(
            desk, size_px=_fitting_px(turn.desk_name, room.right - desk_x, sizes.desk_px, measure), colour="white"
        )
    own_base, own_px = desk_base + round(OWN_PITCH * sizes.desk_px), _own_px(sizes.desk_px)
    own = Line(turn.own_name, desk_x, own_base, own_px, "heavy", "white", turn.own_language)
    return Card(turn.call_id, cell, number, desk, own if turn.own_name else None)


def _baselines(room: Box, sizes: Sizes, widths: Widths, own_language: str) -> tuple[int, int]:
    """Where the number stands, and the desk: on the same line beside it, unless it is there in two languages."""
    below = 0 if sizes.is_beside else round((GAP_BELOW + CAP_SHARE) * sizes.desk_px)
    has_own_below = widths.has_own and not sizes.is_beside
    tail = _tail(sizes.desk_px, widths) if has_own_below else DESCENDER_SHARE * sizes.desk_px
    seen = OWN_PITCH * sizes.desk_px if has_own_below else 0
    number = _centred(room, cap_px(sizes.number_px) + below, seen, tail) - below
    if not (own_language and sizes.is_beside):
        return number, number + below
    hanging = (OWN_PITCH + (OWN_TAIL if own_language == "ar" else SHALLOW_TAIL)) * sizes.desk_px
    return number, _centred(room, cap_px(sizes.desk_px), OWN_PITCH * sizes.desk_px, hanging)


def _centred(room: Box, capitals: int, seen: float, tail: float) -> int:
    """The base line of the last capitals; the eye takes them and what it sees below for the text.

    A tail may only not hang over the edge.
    """
    left_over = room.height - capitals
    return room.y + capitals + min((left_over - round(seen)) // 2, left_over - round(tail))


def _own_px(desk_px: int) -> int:
    return font_sizes_down(round(OWN_SHARE * desk_px))[0]


def _fitting_px(text: str, width: int, largest_px: int, measure: Measure) -> int:
    sizes = font_sizes_down(largest_px)
    return next((size for size in sizes if measure(text, size, "heavy") <= width), sizes[-1])


def _desk_x(room: Box, sizes: Sizes, widths: Widths) -> int:
    at_the_right = room.right - ceil(widths.desk_em * sizes.desk_px)
    near = room.x + ceil(widths.number_em * sizes.number_px + WIDEST_GAP_BESIDE * sizes.desk_px)
    return min(at_the_right, near)
