"""What the branch file means for the display: its language, its widest texts, and how far they can be read."""

import logging
from collections.abc import Callable
from zoneinfo import ZoneInfo

from display.layout.layout import Headings, Layout
from display.layout.poster import MeasureIn
from display.layout.reach import reach_mm
from display.phrases import Phrases
from display.sentences import Sentences
from runtime.settings.model import Screen, Settings
from runtime.texts import Texts
from screenkit.sizes import Scale
from screenkit.type import Weight
from wire.state import Call
from wire.times import at_moment

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


def phrases(settings: Settings) -> Phrases:
    """What is said of a call, in the branch's first language and in others."""
    return Phrases(settings.branch.languages[0], {desk.id: desk.name for desk in settings.desks})


def quiet(settings: Settings) -> Callable[[Call], bool]:
    """Whether a call comes in a part of the day without voices, by the hub's own clock."""
    zone = ZoneInfo(settings.branch.time_zone)

    def is_quiet(call: Call) -> bool:
        local = at_moment(call.called_at).astimezone(zone).time()
        return any(period.opens <= local < period.closes for period in settings.calling.quiet)

    return is_quiet


def layout(settings: Settings, screen: Screen, pixels: tuple[int, int], measure: MeasureIn) -> Layout:
    """How this screen is laid out for the branch's desks and numbers."""
    texts, language = _texts(settings), settings.branch.languages[0]

    def of_branch(text: str, size_px: int, weight: Weight) -> float:
        return measure(text, size_px, weight, language)

    letters = [line.letter for line in settings.lines]
    desks = [_name(desk.name, language, desk.id) for desk in settings.desks]
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


def _name(names: dict[str, str], language: str, otherwise: str) -> str:
    return names.get(language) or names.get("nl") or next(iter(names.values()), otherwise)
