import pytest

from runtime.settings.model import Screen
from screenkit.window import Place, place


def test_without_a_window_the_whole_screen_is_taken() -> None:
    assert place(None, Screen(pixels=(1280, 720))) == Place(1280, 720)


def test_a_window_is_put_where_it_is_told() -> None:
    assert place("800x480+1920+40", Screen()) == Place(800, 480, 1920, 40)


@pytest.mark.parametrize("window", ["", "800x480", "0x480+0+0", "800x480-1-1", "800x480+0+0\n", "9999999x1+0+0"])
def test_what_is_no_place_is_refused(window: str) -> None:
    with pytest.raises(ValueError, match="no window"):
        place(window, Screen())
