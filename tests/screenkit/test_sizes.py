import pytest

from runtime.settings.model import Screen
from screenkit.sizes import CAP_SHARE, FONT_SIZES, STEPS, Scale, font_size, font_sizes_down

KIOSK = Screen(pixels=(1920, 1080), millimetres=(344, 194), viewing_distance_mm=600)
ROOM = Screen(pixels=(1920, 1080), millimetres=(1218, 685), viewing_distance_mm=5000)


@pytest.mark.parametrize(("screen", "limit", "cap_mm"), [(KIOSK, 0.08, 7.3), (ROOM, 0.15, 61.0)])
def test_capitals_of_body_text_subtend_seven_tenths_of_a_degree(screen: Screen, limit: float, cap_mm: float) -> None:
    scale = Scale(screen, screen.pixels, body_limit=limit)
    assert scale.font("body") * CAP_SHARE * scale.mm_per_px >= cap_mm
    assert scale.font("body") in FONT_SIZES


def test_a_screen_that_is_too_small_for_its_distance_gets_letters_that_fit_it() -> None:
    small = Screen(pixels=(800, 480), millimetres=(154, 86))
    scale = Scale(small, small.pixels)
    assert scale.font("body") <= 0.08 * 480
    assert not scale.is_readable
    assert scale.readable_mm == 377
    assert Scale(KIOSK, KIOSK.pixels).is_readable


def test_a_large_screen_gets_letters_in_proportion_where_readable_ones_would_look_lost() -> None:
    large = Screen(pixels=(1080, 1920), millimetres=(400, 710))
    assert Scale(large, large.pixels).font("body") < Scale(large, large.pixels, body_floor=54).font("body")


def test_the_steps_grow() -> None:
    scale = Scale(KIOSK, KIOSK.pixels)
    sizes = [scale.font(step) for step in STEPS]
    assert sizes == sorted(set(sizes))


def test_the_grid_follows_the_screen_in_both_directions() -> None:
    assert Scale(KIOSK, (1280, 720)).px(24) == 16
    assert Scale(KIOSK, (1080, 1920)).px(24) == 24
    assert Scale(KIOSK, (800, 480)).px(1) == 1


def test_millimetres_become_pixels() -> None:
    assert Scale(KIOSK, KIOSK.pixels).mm(20) == 112


def test_font_sizes_come_from_the_list_only() -> None:
    assert (font_size(57.3), font_size(58), font_size(10_000)) == (58, 58, 960)
    assert font_sizes_down(30, 22) == (30, 28, 26, 24, 22)
    assert font_sizes_down(5, 1) == (12,)
