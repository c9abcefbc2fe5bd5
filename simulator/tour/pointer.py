"""A finger on the kiosk's window: the X server's own pointer, moved and pressed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.demo.installed import ask, find

if TYPE_CHECKING:
    from simulator.demo.windows import Sight


PRESS = ("mousedown", "1", "sleep", "0.08", "mouseup", "1")


@dataclass(frozen=True)
class Spot:
    """A place in a window: 0 to 1 from its left, and from its top."""

    across: float
    down: float


def touch(sight: Sight, spot: Spot) -> None:
    """Press on that spot and let go."""
    window = sight.window
    left = window.left + int(window.width * spot.across)
    top = window.top + int(window.height * spot.down)
    environment = dict(os.environ) | {"DISPLAY": sight.screen.display}
    ask([find("xdotool", "xdotool"), "mousemove", str(left), str(top), *PRESS], environment)
