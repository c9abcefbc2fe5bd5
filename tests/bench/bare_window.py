"""The least that a program in Kivy can be: one white window of a given size, until it is killed."""

import os
import sys

os.environ |= {"KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1", "KIVY_NO_CONSOLELOG": "1"}
os.environ["SDL_VIDEODRIVER"] = "x11"

from kivy.config import Config

WIDTH, HEIGHT = sys.argv[1:3]
for key, value in {"width": WIDTH, "height": HEIGHT, "left": "0", "top": "0", "position": "custom"}.items():
    Config.set("graphics", key, value)
Config.set("graphics", "borderless", "1")
Config.remove_option("input", "%(name)s")

from kivy.app import App  # noqa: E402 - as above
from kivy.core.window import Window  # noqa: E402 - as above
from kivy.uix.widget import Widget  # noqa: E402 - as above


class Bare(App):
    """Nothing but a window."""

    def build(self) -> Widget:
        Window.clearcolor = (1, 1, 1, 1)
        return Widget()


Bare().run()
