"""What the demo's windows show, as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import ImageGrab

if TYPE_CHECKING:
    from PIL.Image import Image

    from simulator.demo.branch_file import Window
    from simulator.demo.screen import Screen

FEWEST_COLOURS = 3


@dataclass(frozen=True)
class Sight:
    """An eye on one window."""

    screen: Screen
    window: Window

    def picture(self) -> Image:
        """What the window shows now."""
        left, top = self.window.left, self.window.top
        box = (left, top, left + self.window.width, top + self.window.height)
        return ImageGrab.grab(box, xdisplay=self.screen.display)

    def is_drawn(self) -> bool:
        """Whether there is more to see than an empty window."""
        colours = self.picture().getcolors(FEWEST_COLOURS)
        return colours is None
