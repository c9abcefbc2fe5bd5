"""Whole screens of the kiosk, computed without a window."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import gettempdir

# Kivy measures letters, and reads these when it is first imported.
os.environ |= {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KIVY_HOME": gettempdir(),
}

from kiosk_scenes import LOOKS, all_views, staff_views

from kiosk.pictures import Pictures
from kiosk.screens.drawing import drawn, page_count
from kiosk.screens.paint import BODY_FLOOR, Paint
from kiosk.view import View
from runtime.settings.model import Screen
from screenkit.drawn import Drawn
from screenkit.palette import NORMAL
from screenkit.sizes import Scale

SIZES = {
    "1920x1080": Screen(pixels=(1920, 1080), millimetres=(344, 194), bottom_above_floor_mm=1000),
    "1280x720": Screen(pixels=(1280, 720), millimetres=(344, 194), bottom_above_floor_mm=850),
    "1080x1920": Screen(pixels=(1080, 1920), millimetres=(268, 476), bottom_above_floor_mm=850),
    "800x480": Screen(pixels=(800, 480), millimetres=(154, 86), bottom_above_floor_mm=950),
}


@cache
def paint(size: str) -> Paint:
    """What the screens of that size are drawn with."""
    screen = SIZES[size]
    return Paint(Scale(screen, screen.pixels, body_floor=BODY_FLOOR), NORMAL, Pictures(Path()))


def views(size: str, language: str, look: str) -> Iterator[tuple[str, View]]:
    """Every view that a visitor with that language and look may see; staff see theirs once."""
    yield from all_views(language, look, SIZES[size])
    if look == "standard" and language in {"nl", "en"}:
        yield from ((name, view) for name, view in staff_views() if name.endswith(language))


def visitor_views(size: str, language: str, look: str, screen: Screen | None = None) -> Iterator[tuple[str, View]]:
    """Those of a visitor alone, on the screen of that size or another."""
    yield from all_views(language, look, screen or SIZES[size])


def pages(size: str, view: View) -> list[list[Drawn]]:
    """What stands on each page of it."""
    return [drawn(paint(size), at_page(view, page)) for page in range(page_count(paint(size), view))]


def at_page(view: View, page: int) -> View:
    """The view, turned to that page."""
    return replace(view, frame=replace(view.frame, page=page, mark=None))


__all__ = ["LOOKS", "SIZES", "at_page", "pages", "paint", "views", "visitor_views"]
