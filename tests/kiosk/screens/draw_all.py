"""Draws every view in a real window of one size, keeps pictures, and prints what is wrong as JSON, one object a view.

Usage: draw_all.py WIDTHxHEIGHT WIDTH_MMxHEIGHT_MM FOLDER
"""

import json
import os
import sys
from pathlib import Path

from PIL import ImageGrab

from runtime.settings.model import Screen
from screenkit.window import harden, open_window

PIXELS, MILLIMETRES = (tuple(map(int, text.split("x"))) for text in sys.argv[1:3])
FOLDER = Path(sys.argv[3])
SCREEN = Screen(pixels=PIXELS, millimetres=MILLIMETRES)
harden(None, SCREEN)
WINDOW = open_window()

from faults import facts_of, faults_of  # noqa: E402 - Kivy is hardened first
from kivy.base import EventLoop  # noqa: E402
from scenes import all_views  # noqa: E402

from kiosk.pictures import Pictures  # noqa: E402
from kiosk.screens.paint import BODY_FLOOR, Paint  # noqa: E402
from kiosk.screens.screen import ScreenWidget  # noqa: E402
from screenkit.palette import NORMAL  # noqa: E402
from screenkit.sizes import Scale  # noqa: E402


def main() -> None:
    scale = Scale(SCREEN, PIXELS, body_floor=BODY_FLOOR)
    screen = ScreenWidget(Paint(scale, NORMAL, Pictures(Path())), lambda _control: None)
    WINDOW.add_widget(screen)
    EventLoop.start()
    for language in ("nl", "en"):
        for name, view in all_views(language):
            screen.show(view)
            for _ in range(3):
                EventLoop.idle()
            picture = ImageGrab.grab((0, 0, *PIXELS), xdisplay=os.environ["DISPLAY"])
            picture.save(FOLDER / f"{name}-{language}-{PIXELS[0]}x{PIXELS[1]}.png", compress_level=1)
            told = {
                "view": name,
                "language": language,
                "faults": faults_of(screen, scale),
                **facts_of(screen, view, scale),
            }
            sys.stdout.write(json.dumps(told) + "\n")


main()
