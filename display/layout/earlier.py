"""The last five who were called, with their desks, as a list that keeps its place."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from board.turns import EARLIER_CALLS, Turn
from display.layout.poster import Area, Line, Measure, cap_px, em
from screenkit.boxes import Box
from screenkit.sizes import Scale, font_sizes_down
from screenkit.wrap import ASCENDER_SHARE, DESCENDER_SHARE

GAP: Final = 0.45
"""Between number and desk, as a share of the font size."""
ROW: Final = ASCENDER_SHARE + DESCENDER_SHARE
LOOSEST_ROW: Final = 2.1
"""The height of a row, at least and at most, as shares of the font size."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the widest number and the widest desk's name are, as shares of the font size."""

    number_em: float
    desk_em: float

    def width_px(self, size_px: float) -> int:
        """The width of a row at a font size."""
        return ceil((self.number_em + GAP + self.desk_em) * size_px)


def columns(numbers: tuple[str, ...], desks: tuple[str, ...], measure: Measure) -> Columns:
    """The room that these numbers and desks need at most."""
    return Columns(em(numbers, "strong", measure), em(desks, "regular", measure))


def height_px(size_px: int) -> int:
    """The height of the whole list at a font size."""
    return EARLIER_CALLS * ceil(ROW * size_px)


def list_size(columns: Columns, box: Box, wanted_px: int) -> int:
    """The largest font size up to the wanted one at which every row fits."""
    by_width = box.width / (columns.number_em + GAP + columns.desk_em)
    by_height = box.height / EARLIER_CALLS / ROW
    return font_sizes_down(int(min(wanted_px, by_width, by_height)))[0]


def rows(
    turns: tuple[Turn, ...], columns: Columns, box: Box, size_px: int, scale: Scale
) -> tuple[tuple[Area, ...], tuple[Line, ...]]:
    """The rows from the top down, and the thin lines between them."""
    pitch = min(box.height // EARLIER_CALLS, round(LOOSEST_ROW * size_px))
    cells = [Box(box.x, box.y + index * pitch, box.width, pitch) for index in range(len(turns))]
    desk_x = box.x + ceil((columns.number_em + GAP) * size_px)
    lines = []
    for turn, cell in zip(turns, cells, strict=True):
        baseline = cell.y + (cell.height + cap_px(size_px)) // 2
        lines.append(Line(turn.number, cell.x, baseline, size_px, "strong", "ink"))
        lines.append(Line(turn.desk_name, desk_x, baseline, size_px, "regular", "ink"))
    between = tuple(Area(Box(cell.x, cell.y, cell.width, scale.px(3)), "line") for cell in cells[1:])
    return between, tuple(lines)
