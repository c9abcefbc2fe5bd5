import pytest

from runtime.settings.model import Screen
from runtime.settings.room import has_room_for, pages, tiles_on_a_page


@pytest.mark.parametrize(
    ("millimetres", "tiles", "pages_of_eight", "has_room"),
    [
        ((344, 194), 12, 1, True),
        ((194, 344), 12, 1, True),
        ((294, 166), 6, 2, True),
        ((217, 136), 2, 8, False),
        ((154, 86), 0, 8, False),
    ],
)
def test_eight_topics_fit_a_desk_screen_and_not_one_of_ten_inches(
    millimetres: tuple[int, int], tiles: int, pages_of_eight: int, *, has_room: bool
) -> None:
    screen = Screen(millimetres=millimetres)
    assert (tiles_on_a_page(screen), pages(screen, 8), has_room_for(screen, 8)) == (tiles, pages_of_eight, has_room)


def test_who_stands_nearer_reads_smaller_letters_so_that_more_tiles_fit() -> None:
    near = Screen(millimetres=(257, 144), viewing_distance_mm=400)
    assert (tiles_on_a_page(near), tiles_on_a_page(Screen(millimetres=(257, 144)))) == (8, 3)


def test_few_topics_fit_a_small_screen_too() -> None:
    small = Screen(millimetres=(154, 86))
    assert (pages(small, 2), pages(small, 3), has_room_for(small, 2), has_room_for(small, 3)) == (2, 3, True, False)


def test_a_screen_without_room_for_any_tile_breaks_nothing() -> None:
    assert (tiles_on_a_page(Screen(millimetres=(30, 30))), pages(Screen(millimetres=(30, 30)), 8)) == (0, 8)
