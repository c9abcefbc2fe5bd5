"""Draws lines of text in a real window, each on a row of its own, and keeps the picture.

Usage: draw_lines.py LANGUAGE SIZE_PX FONT_FILE|- PICTURE LINE...   (with a font file every letter comes from that)
"""

import os
import sys
from typing import Final

from PIL import ImageGrab

from runtime.settings.model import Screen
from screenkit.window import harden, open_window

LANGUAGE, SIZE_PX, FONT, PICTURE, *LINES = sys.argv[1], int(sys.argv[2]), *sys.argv[3:]
ROW_PX: Final = 2 * SIZE_PX
PIXELS: Final = (1200, ROW_PX * len(LINES))
harden(None, Screen(pixels=PIXELS, millimetres=(344, 194)))
WINDOW = open_window()

from kivy.base import EventLoop  # noqa: E402 - Kivy is hardened first
from kivy.graphics import Color, Rectangle  # noqa: E402

from screenkit import pieces, shaping  # noqa: E402

if FONT != "-":
    pieces.files_for = lambda _language, _weight: (FONT,)

WINDOW.clearcolor = (0, 0, 0, 1)
with WINDOW.canvas:
    Color(1, 1, 1, 1)
    for row, text in enumerate(LINES):
        line = shaping.line(text, SIZE_PX, "regular", LANGUAGE)
        base = PIXELS[1] - row * ROW_PX - round(1.3 * SIZE_PX)
        lower_left = (SIZE_PX, base + line.above_px - line.texture.height)
        Rectangle(texture=line.texture, size=line.texture.size, pos=lower_left)
EventLoop.start()
for _ in range(3):
    EventLoop.idle()
ImageGrab.grab((0, 0, *PIXELS), xdisplay=os.environ["DISPLAY"]).save(PICTURE)
