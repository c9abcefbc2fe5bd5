"""What the branch file means for the display: its language, its widest texts, and how far they can be read."""

import logging
from zoneinfo import ZoneInfo

from display.layout.layout import Headings, Layout
from display.layout.poster import Measure
from display.layout.reach import reach_mm
from display.sentences import Sentences
from runtime.settings.model import Screen, Settings
from runtime.texts import Texts
from screenkit.sizes import Scale

log = logging.getLogger(__name__)


def sentences(settings: Settings) -> Sentences:
    """What the display says, in the branch's first language."""
    language = settings.branch.languages[0]
    return Sentences(
        texts=_texts(settings),
        time_zone=ZoneInfo(settings.branch.time_zone),
        notices={notice.id: _name(notice.names, language, "") for notice in settings.notices},
        has_letters=sum(bool(line.letter) for line in settings.lines) > 1,
    )


def layout(settings: Settings, screen: Screen, pixels: tuple[int, int], measure: Measure) -> Layout:
    """How this screen is laid out for the branch's desks and numbers."""
    texts, language = _texts(settings), settings.branch.languages[0]
    letters = [line.letter for line in settings.lines]
    desks = [_name(desk.name, language, desk.id) for desk in settings.desks]
    return Layout(
        scale=Scale(screen, pixels),
        measure=measure,
        headings=Headings(texts.text("U bent aan de beurt"), texts.text("Al geroepen")),
        numbers=tuple(f"{letter}88" for letter in letters),
        desks=tuple(sorted(desks, key=lambda name: measure(name, 100, "heavy"), reverse=True)),
    )


def warn_of_reach(layout: Layout) -> None:
    """Log what cannot be read from the farthest seat."""
    farthest_mm = layout.scale.screen.viewing_distance_mm
    for what, mm in zip(("the calls of now", "the earlier calls"), reach_mm(layout), strict=True):
        if mm < farthest_mm:
            log.warning(
                "%s can be read from %.1f m, viewing_distance_mm is %d: take a larger screen or shorter names than %r",
                what,
                mm / 1000,
                farthest_mm,
                layout.desks[0],
            )


def _texts(settings: Settings) -> Texts:
    return Texts(settings.branch.languages[0], "visitor")


def _name(names: dict[str, str], language: str, otherwise: str) -> str:
    return names.get(language) or names.get("nl") or next(iter(names.values()), otherwise)
