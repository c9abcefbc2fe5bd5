"""Hands and reach: how large controls are, how high they lie, and that they keep their places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from kiosk_screens import SIZES, at_page, pages, paint, visitor_views
from msgspec.structs import replace as changed
from screen_faults import apart_mm, mm_of

from kiosk.pictures import Pictures
from kiosk.screens.drawing import drawn, page_count
from kiosk.screens.paint import BODY_FLOOR, Paint
from kiosk.view import Control, View
from screenkit.drawn import Touch
from screenkit.palette import NORMAL
from screenkit.sizes import Scale

if TYPE_CHECKING:
    from runtime.settings.model import Screen
    from screenkit.boxes import Box

TILES = ("topic", "general", "language")
CHOICES = ("topics", "topics-coming", "plaza", "plaza-small", "second-level", "languages")
LOOKS = ("standard", "large", "low", "reading", "large-reading", "large-low")
HANGING = {
    "on a wall": changed(SIZES["1920x1080"], bottom_above_floor_mm=1000),
    "upright on a stand": changed(SIZES["1080x1920"], bottom_above_floor_mm=850),
    "upright and high": changed(SIZES["1080x1920"], bottom_above_floor_mm=950),
}


def controls(size: str, view: View) -> list[list[Touch]]:
    """What can be touched, page by page."""
    return [[part for part in parts if isinstance(part, Touch)] for parts in pages(size, view)]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_a11y_27_controls_are_twenty_millimetres_tiles_forty_and_gaps_three(size: str, look: str) -> None:
    scale, small, close = paint(size).scale, [], []
    for name, view in visitor_views(size, "nl", look):
        for page in controls(size, view):
            for at, one in enumerate(page):
                is_tile = isinstance(one.name, Control) and one.name.kind in TILES and name in CHOICES
                if min(mm_of(one.box, scale)) < (40.0 if is_tile else 20.0):
                    small.append((name, one.name, mm_of(one.box, scale)))
                close += [(name, other.name) for other in page[at + 1 :] if apart_mm(one.box, other.box, scale) < 2.99]
    assert (small, close) == ([], [])


def heights_mm(screen: Screen, look: str) -> dict[str, tuple[float, float]]:
    """How high above the floor the lowest and the highest edge of a control is, for each view."""
    brush = Paint(Scale(screen, screen.pixels, body_floor=BODY_FLOOR), NORMAL, Pictures(Path()))
    found = {}
    for name, view in visitor_views("", "nl", look, screen):
        boxes = [
            part.box
            for page in range(page_count(brush, view))
            for part in drawn(brush, at_page(view, page))
            if isinstance(part, Touch)
        ]
        if boxes:
            edges = [_above_floor_mm(box, screen) for box in boxes]
            found[name] = (min(low for low, _ in edges), max(high for _, high in edges))
    return found


def _above_floor_mm(box: Box, screen: Screen) -> tuple[float, float]:
    mm_per_px = screen.millimetres[1] / screen.pixels[1]
    bottom, pixels = screen.bottom_above_floor_mm, screen.pixels[1]
    return bottom + (pixels - box.bottom) * mm_per_px, bottom + (pixels - box.y) * mm_per_px


@pytest.mark.parametrize("look", ["low", "large-low", "low-reading"])
@pytest.mark.parametrize("where", ["on a wall", "upright on a stand"])
def test_a11y_28_who_asks_for_low_controls_gets_all_of_them_below_eleven_hundred_millimetres(
    where: str, look: str
) -> None:
    high = {name: high for name, (_, high) in heights_mm(HANGING[where], look).items() if high > 1100}
    assert high == {}


@pytest.mark.parametrize("look", ["standard", "large", "reading"])
@pytest.mark.parametrize("where", HANGING)
def test_a11y_28_no_control_is_ever_out_of_reach_of_a_hand(where: str, look: str) -> None:
    out = {name: edges for name, edges in heights_mm(HANGING[where], look).items() if edges[0] < 380 or edges[1] > 1220}
    assert out == {}


def test_a11y_28_a_screen_that_stands_nearly_on_the_floor_is_used_where_a_hand_comes() -> None:
    low = changed(SIZES["1080x1920"], bottom_above_floor_mm=300)
    assert min(low for low, _ in heights_mm(low, "standard").values()) >= 380


@pytest.mark.parametrize("look", ["standard", "large"])
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", SIZES)
def test_a11y_36_the_row_keeps_its_places_on_every_screen(size: str, language: str, look: str) -> None:
    places: dict[Control, set[Box]] = {}
    for _, view in visitor_views(size, language, look):
        row = {button.control for button in view.frame.row if button}
        for page in controls(size, view):
            for part in page:
                if part.name in row:
                    places.setdefault(part.name, set()).add(part.box)  # type: ignore[arg-type]
    assert {control.kind for control in places} >= {"back", "read-aloud", "larger", "contrast", "languages"}
    assert {control: found for control, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("size", SIZES)
def test_a11y_36_who_does_not_know_finds_help_in_the_same_place_on_every_page(size: str) -> None:
    found = dict(visitor_views(size, "nl", "large"))
    for name in ("topics", "plaza"):
        places = {part.box for page in controls(size, found[name]) for part in page if part.name == Control("general")}
        assert len(places) <= 1, name
