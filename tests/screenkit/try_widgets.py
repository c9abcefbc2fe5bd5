"""Touches a button in a real window in several ways, and prints as JSON what came of it."""

import json
import os
import sys

from PIL import ImageGrab

from runtime.settings.model import Screen
from screenkit.window import harden, open_window

harden("400x300+0+0", Screen())
WINDOW = open_window()

from kivy.base import EventLoop  # noqa: E402 - Kivy is hardened first
from kivy.tests.common import UnitTestTouch  # noqa: E402
from kivy.uix.widget import Widget  # noqa: E402

from screenkit.boxes import Box  # noqa: E402
from screenkit.drawn import Ring, Touch  # noqa: E402
from screenkit.palette import NORMAL  # noqa: E402
from screenkit.widgets import widget_of  # noqa: E402

lifts: list[str] = []
root = Widget(size=(400, 300))
PLACE = Box(100, 100, 200, 100)
root.add_widget(widget_of(Touch(PLACE, NORMAL.leaf, "lift", radius=20), lambda name: lifts.append(str(name))))
root.add_widget(widget_of(Ring(PLACE, NORMAL.ink, NORMAL.sun.fill, 20, 16), lambda _name: None))
WINDOW.add_widget(root)
EventLoop.start()


def frames() -> None:
    for _ in range(3):
        EventLoop.idle()


def colour(x: int, y: int) -> tuple[int, ...]:
    frames()
    return ImageGrab.grab((0, 0, 400, 300), xdisplay=os.environ["DISPLAY"]).getpixel((x, y))[:3]


def touched(*path: tuple[int, int]) -> int:
    """How often the button acted on a finger that goes along these points."""
    before = len(lifts)
    touch = UnitTestTouch(*path[0])
    touch.touch_down()
    for point in path[1:]:
        touch.touch_move(*point)
    touch.touch_up()
    return len(lifts) - before


at_rest = colour(200, 120)
finger = UnitTestTouch(200, 150)
finger.touch_down()
told = {
    "at_rest": at_rest,
    "pressed": colour(200, 120),
    "acts_before_lifting": len(lifts),
    "ring": [colour(92, 150), colour(76, 150)],
}
finger.touch_up()
told |= {
    "lifted": len(lifts),
    "slid_off": touched((200, 150), (350, 150)),
    "slid_off_and_back": touched((200, 150), (350, 150), (210, 150)),
    "outside": touched((20, 20)),
    "slid_on": touched((20, 20), (200, 150)),
}
sys.stdout.write(json.dumps(told))
