"""The line buffer: letters and small pictures side by side, standing on one baseline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PIL import Image

Align = Literal[0, 1, 2]
"""Left, middle, right, by the numbers of `ESC a`."""


@dataclass(frozen=True, slots=True)
class Item:
    """A picture at `x`, of which `ascent` dots stand above the baseline."""

    x: int
    ascent: int
    image: Image.Image


class Line:
    """What is printed with the next line feed."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin an empty line."""
        self.x = 0
        self._items: list[Item] = []
        self._width = 0

    @property
    def is_empty(self) -> bool:
        """Is there nothing to print yet?"""
        return not self._items

    @property
    def height(self) -> int:
        """The height of all that stands in the line."""
        return self._ascent + max((item.image.height - item.ascent for item in self._items), default=0)

    @property
    def _ascent(self) -> int:
        return max((item.ascent for item in self._items), default=0)

    def add(self, image: Image.Image, ascent: int) -> None:
        """Put a picture at the cursor and move the cursor behind it."""
        self._items.append(Item(self.x, ascent, image))
        self.x += image.width
        self._width = max(self._width, self.x)

    def render(self, head_dots: int, left: int, area: int, align: Align) -> Image.Image:
        """The line as wide as the head, aligned within `area` dots from `left`."""
        ink = Image.new("1", (head_dots, self.height))
        offset = left + max(0, area - self._width) * align // 2
        for item in self._items:
            ink.paste(1, (offset + item.x, self._ascent - item.ascent), item.image)
        return ink
