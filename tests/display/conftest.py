from __future__ import annotations

from functools import cache

import pytest
from display_house import branch
from display_window import hub, show, x_display
from PIL import ImageFont

from screenkit.type import Weight, font_file

__all__ = ["branch", "hub", "show", "x_display"]


@cache
def _font(size_px: int, weight: Weight) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(weight), size_px)


@cache
def measured(text: str, size_px: int, weight: Weight, _language: str = "nl") -> float:
    """The width of a line, by another library than the one that draws it."""
    return float(_font(size_px, weight).getlength(text))


@pytest.fixture
def measure() -> object:
    return measured
