from __future__ import annotations

import pytest

from kiosk.screens.explore import TWICE_S, Explorer, place_at
from kiosk.view import Control, Place
from screenkit.boxes import Box
from screenkit.drawn import Touch, Words
from screenkit.palette import NORMAL

TAKE, DONE = Control("take"), Control("done")
PARTS = [
    Words(Box(0, 0, 400, 50), "Welkom", "nl", sizes_px=(24,), colour=NORMAL.ink, name="title"),
    Touch(Box(0, 100, 200, 100), NORMAL.leaf, TAKE),
    Words(Box(20, 120, 160, 60), "Neem een nummer", "nl", sizes_px=(24,), colour=NORMAL.ink, name=TAKE),
    Touch(Box(220, 100, 180, 100), NORMAL.card, DONE),
]


class Stopwatch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class Visitor:
    """Somebody who explores with a finger, and what that leads to."""

    def __init__(self) -> None:
        self.told: list[Place] = []
        self.choices = 0
        self.clock = Stopwatch()
        self._explorer = Explorer(self.told.append, self._choose, self.clock)

    def goes(self, *points: tuple[int, int]) -> None:
        self._explorer.down(PARTS, *points[0])
        for point in points[1:]:
            self._explorer.move(PARTS, *point)
        self._explorer.up()

    def _choose(self) -> None:
        self.choices += 1


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def test_a_finger_is_told_what_it_comes_upon_each_once_until_it_leaves(visitor: Visitor) -> None:
    visitor.goes((10, 10), (20, 10), (50, 150), (60, 150), (300, 150), (50, 150))
    assert visitor.told == ["title", TAKE, DONE, TAKE]


def test_where_nothing_is_there_is_nothing_to_tell(visitor: Visitor) -> None:
    visitor.goes((10, 80))
    assert visitor.told == []
    assert place_at(PARTS, 210, 150) is None


def test_lifting_does_nothing_and_touching_twice_chooses_once(visitor: Visitor) -> None:
    visitor.goes((50, 150))
    assert visitor.choices == 0
    visitor.clock.now_s += 0.5 * TWICE_S
    visitor.goes((55, 150))
    assert (visitor.choices, visitor.told) == (1, [TAKE])
    visitor.goes((55, 150))
    assert visitor.choices == 1


def test_two_touches_with_time_between_them_are_two_touches(visitor: Visitor) -> None:
    visitor.goes((50, 150))
    visitor.clock.now_s += 1.5 * TWICE_S
    visitor.goes((50, 150))
    assert (visitor.choices, visitor.told) == (0, [TAKE, TAKE])
