from __future__ import annotations

import pytest
from kiosk_screens import SIZES
from screen_parts import named, screen


@pytest.mark.parametrize("size", SIZES)
def test_branch_and_language_are_written_in_letters_as_large(size: str) -> None:
    parts = screen(size, "welcome")
    assert named(parts, "header").fitted.size_px == named(parts, "language").fitted.size_px
