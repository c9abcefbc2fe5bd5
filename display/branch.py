"""What the branch file means for the display: its language, its widest texts, and how far they can be read."""

import logging

from board.branch import name_in
from display.layout.layout import Headings, Layout
from display.layout.poster import MeasureIn
from display.layout.reach import reach_mm
from runtime.settings.model import Screen, Settings
from runtime.texts import Texts
from screenkit.sizes import Scale
from screenkit.type import Weight

log = logging.getLogger(__name__)


def layout(settings: Settings, screen: Screen, pixels: tuple[int, int], measure: MeasureIn) -> Layout:
    """How this screen is laid out for the branch's desks and numbers."""
    texts, language = _texts(settings), settings.branch.languages[0]

    def of_branch(text: str, size_px: int, weight: Weight) -> float:
        return measure(text, size_px, weight, language)

    letters = [line.letter for line in settings.lines]
    desks = [name_in(desk.name, language, desk.id) for desk in settings.desks]
    return Layout(
        scale=Scale(screen, pixels),
        measure=of_branch,
        measure_in=measure,
        headings=Headings(texts.text("U bent aan de beurt"), texts.text("Al geroepen")),
        numbers=tuple(f"{letter}88" for letter in letters),
        desks=tuple(sorted(desks, key=lambda name: of_branch(name, 100, "heavy"), reverse=True)),
    )


def warn_of_reach(layout: Layout) -> bool:
    """Log what cannot be read from the farthest seat; gives whether all can."""
    farthest_mm = layout.scale.screen.viewing_distance_mm
    reaches_mm = reach_mm(layout)
    for what, mm in zip(("the calls of now", "the earlier calls"), reaches_mm, strict=True):
        if mm < farthest_mm:
            log.warning(
                "%s can be read from %.1f m, viewing_distance_mm is %d: take a larger screen or shorter names than %r",
                what,
                mm / 1000,
                farthest_mm,
                layout.desks[0],
            )
    return min(reaches_mm) >= farthest_mm


def _texts(settings: Settings) -> Texts:
    return Texts(settings.branch.languages[0], "visitor")
