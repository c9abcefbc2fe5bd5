"""A whole screen, computed: no window is needed for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kiosk.screens import choice, message, number, pad, service, welcome
from kiosk.screens.mark import ring
from kiosk.screens.paint import Paint
from kiosk.view import ChoiceView, MessageView, NumberView, PadView, ServiceView, View, WelcomeView
from screenkit.drawn import Drawn, Touch, Words
from screenkit.palette import HIGH_CONTRAST

Draw = Callable[[Paint, View], list[Drawn]]

MOST_PAGES: Final = 40

DRAWN_BY: Final = {
    WelcomeView: welcome.draw,
    ChoiceView: choice.draw,
    NumberView: number.draw,
    MessageView: message.draw,
    PadView: pad.draw,
    ServiceView: service.draw,
}


def drawn(paint: Paint, view: View) -> list[Drawn]:
    """All that stands on the screen; mirrored where the language is read from right to left."""
    return list(_parts(brush_for(paint, view), view))


def page_count(paint: Paint, view: View) -> int:
    """On how many pages the view is shown."""
    brush = brush_for(paint, view)
    first = _parts(brush, _at_page(view, 0))
    return next(page for page in range(1, MOST_PAGES + 1) if _parts(brush, _at_page(view, page)) == first)


def page_shown(paint: Paint, view: View) -> int:
    """The page that is shown, from 0: that with what is marked, or the one that was turned to."""
    brush, here = brush_for(paint, view), _names(drawn(paint, view))
    pages = range(page_count(paint, view))
    return next((page for page in pages if _names(_parts(brush, _at_page(view, page))) == here), 0)


def brush_for(paint: Paint, view: View) -> Paint:
    """The paint as this visitor wants it."""
    frame = view.frame
    palette = HIGH_CONTRAST if frame.is_high_contrast else paint.palette
    is_marked = frame.is_exploring or frame.guide is not None or frame.mark is not None
    return replace(paint, is_large=frame.is_large, is_marked=is_marked, language=frame.code, palette=palette)


def _names(parts: Sequence[Drawn]) -> list[object]:
    return [part.name for part in parts if isinstance(part, Touch | Words)]


def _at_page(view: View, page: int) -> View:
    return replace(view, frame=replace(view.frame, page=page, mark=None))


@lru_cache(maxsize=64)
def _parts(brush: Paint, view: View) -> tuple[Drawn, ...]:
    draw: Draw = DRAWN_BY[type(view)]  # type: ignore[assignment]
    parts = draw(brush, view)
    parts = [*parts, *ring(brush, parts, view.frame.mark)]
    if brush.is_mirrored:
        parts = [part.mirrored(brush.scale.pixels[0]) for part in parts]
    return tuple(parts)
