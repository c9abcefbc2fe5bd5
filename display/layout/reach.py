"""From how far a layout can be read, before anybody stands in front of it."""

from math import tan

from board.room import View
from board.turns import EARLIER_CALLS, Turn, Turns
from display.layout.called import ONE_COLUMN_UP_TO
from display.layout.layout import Layout
from screenkit.sizes import CAP_ANGLE, CAP_SHARE


def reach_mm(layout: Layout) -> tuple[int, int]:
    """From how far numbers and desks can be read: those of the calls of now, and those in the list of earlier ones."""
    poster = layout.poster(_full(layout))
    called = [line.size_px for card in poster.cards for line in (card.number, card.desk)]
    earlier = [line.size_px for line in poster.lines if line.text in {layout.numbers[0], *layout.desks}]
    return _distance_mm(min(called), layout), _distance_mm(min(earlier), layout)


def _full(layout: Layout) -> View:
    """As much as a branch with so many desks shows at once, up to three calls."""
    desks = [layout.desks[index % len(layout.desks)] for index in range(EARLIER_CALLS)]
    now = tuple(Turn(name, layout.numbers[0], name) for name in layout.desks[:ONE_COLUMN_UP_TO])
    earlier = tuple(Turn(f"earlier {index}", layout.numbers[0], name) for index, name in enumerate(desks))
    return View("", Turns(now, earlier), "", "", "")


def _distance_mm(size_px: int, layout: Layout) -> int:
    return round(CAP_SHARE * size_px * layout.scale.mm_per_px / tan(CAP_ANGLE))
