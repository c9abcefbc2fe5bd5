"""Touches a real window in several ways, and prints as JSON what a finger that rests led to."""

import json
import sys
from time import monotonic

from runtime.settings.model import Screen
from screenkit.window import harden, open_window

SCREEN = Screen(pixels=(400, 300), millimetres=(80, 60))
harden("400x300+0+0", SCREEN)
WINDOW = open_window()

from kivy.base import EventLoop  # noqa: E402 - Kivy is hardened first
from kivy.tests.common import UnitTestTouch  # noqa: E402
from kivy.uix.widget import Widget  # noqa: E402

from kiosk.screens import hold  # noqa: E402
from screenkit.boxes import Box  # noqa: E402
from screenkit.drawn import Touch  # noqa: E402
from screenkit.palette import NORMAL  # noqa: E402
from screenkit.sizes import Scale  # noqa: E402
from screenkit.widgets import widget_of  # noqa: E402

told: list[object] = []
lifts: list[object] = []
root = Widget(size=(400, 300))
root.add_widget(widget_of(Touch(Box(100, 100, 200, 100), NORMAL.leaf, "take"), lifts.append))
WINDOW.add_widget(root)
hold.HOLD_S = 0.3  # type: ignore[misc]
resting = hold.Hold(Scale(SCREEN, SCREEN.pixels), told.append)
EventLoop.start()
for _ in range(5):
    EventLoop.idle()


def rests(x: int, y: int, seconds: float, *, moves_px: int = 0) -> tuple[int, int]:
    """How often resting was told, and how often the button acted."""
    before = len(told), len(lifts)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    if moves_px:
        touch.touch_move(x + moves_px, y)
    ends_s = monotonic() + seconds
    while monotonic() < ends_s:
        EventLoop.idle()
    touch.touch_up()
    return len(told) - before[0], len(lifts) - before[1]


sys.stdout.write(
    json.dumps(
        {
            "short": rests(200, 150, 0.0),
            "long": rests(200, 150, 0.8),
            "between": rests(20, 150, 0.8),
            "moved": rests(200, 150, 0.8, moves_px=60),
            "trembled": rests(200, 150, 0.8, moves_px=10),
            "corner": rests(20, 280, 0.8),
        }
    )
)
