"""The whole picture, from what is to be seen on it."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from board.room import View
from board.turns import Turn, Turns
from display.layout import called, earlier
from display.layout.panes import MARGIN, NAME_HEIGHT, Pane, panes, whole
from display.layout.poster import Area, Card, Colour, Line, Measure, MeasureIn, Poster, cap_px, lines_of
from screenkit.boxes import Box
from screenkit.sizes import CAP_SHARE, Scale, font_size, font_sizes_down
from screenkit.type import Weight
from screenkit.wrap import Fitted, fit

HEADING_PX: Final = 64
NAME_PX: Final = 48
ASIDE_PX: Final = 52
DETAIL_PX: Final = 76
EARLIER_PX: Final = 92
"""Font sizes on the 1080p grid."""
ASIDE_MARGINS: Final = (20, 24)
TITLE_SHARE: Final = 0.62
BODY_LEADING: Final = 1.3


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands over the calls of now and over the earlier ones."""

    now: str
    earlier: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one screen in one branch.

    `numbers` and `desks` are the widest to be expected: panes and list follow from them, so that they keep their place
    from call to call.
    """

    scale: Scale
    measure: Measure
    measure_in: MeasureIn
    headings: Headings
    numbers: tuple[str, ...]
    desks: tuple[str, ...]

    @property
    def readable_px(self) -> int:
        """The font size that can be read at the viewing distance."""
        return font_size(self.scale.cap_px("body") / CAP_SHARE)

    def poster(self, view: View) -> Poster:
        """The picture of a view."""
        if view.turns == Turns():
            return self._quiet(view)
        numbers, desks = self._expected(view.turns)
        widths = called.widths(numbers, desks, self.measure)
        columns = earlier.columns(numbers, desks, self.measure)
        now, side = panes(widths, columns, self.readable_px, self.scale)
        areas, rows = self._earlier(side, view.turns, columns)
        areas = (Area(now.box, "water"), Area(side.box, "paper"), *areas)
        around = (*rows, *self._aside(side.foot, view.aside, "soft"), *self._name(now.foot, view.branch_name))
        if not view.turns.now:
            return Poster(areas, (*self._message(now, view), *around))
        heading = self._one_line(self.headings.now, now.heading, HEADING_PX, "white")
        cards = self._cards(now, view.turns.now)
        return Poster((*areas, *called.dividers(cards, self.scale)), (*heading, *around), cards)

    def _quiet(self, view: View) -> Poster:
        pane = whole(self.scale)
        left, right = pane.foot.columns([1, 1], self.scale.px(MARGIN))
        name, _ = left.bottom_part(self.scale.px(NAME_HEIGHT))
        around = (*self._name(name, view.branch_name), *self._aside(right, view.aside, "white"))
        return Poster((Area(pane.box, "water"),), (*self._message(pane, view), *around))

    def _cards(self, now: Pane, turns: tuple[Turn, ...]) -> tuple[Card, ...]:
        numbers = (*self.numbers, *(turn.number for turn in turns))
        widths = called.widths(numbers, _desks(turns) or self.desks, self.measure)
        widths = called.with_own(widths, turns, self.measure_in)
        return called.cards(turns, widths, now.middle, self.scale, self.readable_px, self.measure)

    def _expected(self, turns: Turns) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = (*turns.now, *turns.earlier)
        numbers = (*self.numbers, *(turn.number for turn in shown))
        return numbers, (*self.desks, *_desks(shown))

    def _earlier(self, side: Pane, turns: Turns, columns: earlier.Columns) -> tuple[tuple[Area, ...], tuple[Line, ...]]:
        if not turns.earlier:
            return (), ()
        wanted = max(self.readable_px, font_size(self.scale.px(EARLIER_PX)))
        size = earlier.list_size(columns, side.middle, wanted)
        areas, lines = earlier.rows(turns.earlier, columns, side.middle, size, self.scale)
        return areas, (*self._one_line(self.headings.earlier, side.heading, HEADING_PX, "soft", "strong"), *lines)

    def _message(self, now: Pane, view: View) -> tuple[Line, ...]:
        box = Box(now.heading.x, now.heading.y, now.heading.width, now.middle.bottom - now.heading.y)
        box = box.inset(0, self.scale.px(HEADING_PX))
        title = self._fit(view.title, box.width, round(TITLE_SHARE * box.height), self.readable_px, "heavy")
        gap = self.scale.px(HEADING_PX)
        detail = self._fit(
            view.detail, box.width, box.height - title.height_px - gap, self.scale.px(DETAIL_PX), "regular"
        )
        high = title.height_px + gap + detail.height_px
        top = box.y + max(0, box.height - high) // 2
        below = top + title.height_px + gap
        return (
            *lines_of(title, box.x, top, "heavy", "white"),
            *lines_of(detail, box.x, below, "regular", "white"),
        )

    def _name(self, foot: Box, text: str) -> tuple[Line, ...]:
        return self._one_line(text, foot, NAME_PX, "white")

    def _aside(self, foot: Box, text: str, colour: Colour) -> tuple[Line, ...]:
        above, below = self.scale.px(ASIDE_MARGINS[0]), self.scale.px(ASIDE_MARGINS[1])
        fitted = self._fit(text, foot.width, foot.height - above - below, self.scale.px(ASIDE_PX), "regular")
        return lines_of(fitted, foot.x, foot.bottom - below - fitted.height_px, "regular", colour)

    def _one_line(self, text: str, box: Box, size: int, colour: Colour, weight: Weight = "regular") -> tuple[Line, ...]:
        # A space that does not break keeps the words on their one line.
        fitted = self._fit(text.replace(" ", "\N{NO-BREAK SPACE}"), box.width, box.height, self.scale.px(size), weight)
        baseline = box.y + (box.height + cap_px(fitted.size_px)) // 2
        return (Line(text, box.x, baseline, fitted.size_px, weight, colour),)

    def _fit(self, text: str, width: int, height: int, largest_px: int, weight: Weight) -> Fitted:
        measure = partial(_measure, self.measure, weight)
        sizes = font_sizes_down(largest_px)
        # A sentence a line reads best, where it does not make the letters smaller.
        apart, together = (
            fit(way, (width, height), sizes, measure, leading=BODY_LEADING) for way in (_apart(text), text)
        )
        return apart if apart.size_px >= together.size_px else together


def _desks(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    return tuple(turn.desk_name for turn in turns if not turn.is_taken_back)


def _measure(measure: Measure, weight: Weight, text: str, size_px: int) -> float:
    return measure(text, size_px, weight)


def _apart(text: str) -> str:
    return text.replace(". ", ".\n")
