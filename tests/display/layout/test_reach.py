from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from display.layout.layout import Headings, Layout
from display.layout.reach import reach_mm
from screenkit.shaping import width_px
from screenkit.sizes import Scale

if TYPE_CHECKING:
    from display.layout.poster import Measure
    from runtime.settings.model import Screen

SHORT = ("Balie 3", "Balie 2", "Balie 1")


def layout(screen: Screen, measure: Measure, desks: tuple[str, ...]) -> Layout:
    return Layout(Scale(screen, screen.pixels), measure, width_px, Headings("Nu", "Eerder"), ("88",), desks)


def test_a_large_screen_reaches_the_farthest_seat(large_screen: Screen, measure: Measure) -> None:
    called_mm, earlier_mm = reach_mm(layout(large_screen, measure, SHORT))
    assert called_mm >= large_screen.viewing_distance_mm
    assert earlier_mm >= large_screen.viewing_distance_mm


def test_a_hall_too_deep_for_the_screen_is_told(large_screen: Screen, measure: Measure) -> None:
    hall = replace(large_screen, viewing_distance_mm=20_000)
    called_mm, earlier_mm = reach_mm(layout(hall, measure, SHORT))
    assert called_mm < 20_000
    assert earlier_mm < 20_000


def test_a_long_name_shortens_the_reach_of_the_list_and_not_below_a_metre(
    large_screen: Screen, measure: Measure
) -> None:
    _, short_mm = reach_mm(layout(large_screen, measure, SHORT))
    _, long_mm = reach_mm(layout(large_screen, measure, ("Spreekkamer 2", "Balie 1")))
    assert 1000 < long_mm < short_mm


def test_one_desk_is_enough_to_tell(large_screen: Screen, measure: Measure) -> None:
    called_mm, _ = reach_mm(layout(large_screen, measure, ("Balie",)))
    assert called_mm >= large_screen.viewing_distance_mm
