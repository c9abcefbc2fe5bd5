from __future__ import annotations

import pytest
from screen_parts import TALL, WIDE, capitals, every, named, screen

from screenkit.drawn import Panel


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", [WIDE, TALL, "1280x720"])
def test_a_number_and_its_word_have_as_much_room_above_as_below(size: str, language: str) -> None:
    parts = screen(size, "number", language=language)
    plate = every(parts, Panel)[0].box
    top, bottom = capitals(named(parts, "label"))[0], capitals(named(parts, "number"))[1]
    assert abs((top - plate.y) - (plate.bottom - bottom)) <= 3
