"""Renders screens of one size in a real window to PNG files, and tells what is wrong with each.

Usage: gallery.py WIDTHxHEIGHT WIDTH_MMxHEIGHT_MM BOTTOM_MM FOLDER [--languages nl,ar] [--looks large] [--views number]
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from runtime.settings.model import Screen
from screenkit.window import harden, open_window


def _pair(text: str) -> tuple[int, int]:
    one, other = text.split("x")
    return int(one), int(other)


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("pixels", type=_pair)
parser.add_argument("millimetres", type=_pair)
parser.add_argument("bottom", type=int)
parser.add_argument("folder", type=Path)
parser.add_argument("--languages", default="")
parser.add_argument("--looks", default="")
parser.add_argument("--views", default="")
GIVEN = parser.parse_args()
SCREEN = Screen(pixels=GIVEN.pixels, millimetres=GIVEN.millimetres, bottom_above_floor_mm=GIVEN.bottom)
harden(None, SCREEN)
WINDOW = open_window()

from kiosk_scenes import LOOKS, all_views, staff_views  # noqa: E402
from kivy.base import EventLoop  # noqa: E402 - Kivy is hardened first
from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels  # noqa: E402
from quick_png import write  # noqa: E402
from screen_faults import faults_in, faults_of  # noqa: E402

from kiosk.guidance.items import items_of  # noqa: E402
from kiosk.pictures import Pictures  # noqa: E402
from kiosk.screens.drawing import brush_for, page_count  # noqa: E402
from kiosk.screens.paint import BODY_FLOOR, Paint  # noqa: E402
from kiosk.screens.screen import ScreenWidget  # noqa: E402
from kiosk.view import View  # noqa: E402
from runtime.languages import LANGUAGES  # noqa: E402
from screenkit.palette import NORMAL  # noqa: E402
from screenkit.sizes import Scale  # noqa: E402

PAINT = Paint(Scale(SCREEN, SCREEN.pixels, body_floor=BODY_FLOOR), NORMAL, Pictures(Path()))
SIZE = "x".join(map(str, SCREEN.pixels))


def shown() -> Iterator[tuple[str, str, str, View]]:
    """View, language, look and page of every picture."""
    looks, languages = _chosen(GIVEN.looks, LOOKS), _chosen(GIVEN.languages, LANGUAGES)
    for look in looks:
        for language in languages:
            for name, view in all_views(language, look, SCREEN):
                if not GIVEN.views or name in GIVEN.views.split(","):
                    yield from _pages(name, language, look, view)
    if "standard" in looks and not GIVEN.languages:
        yield from ((name, "staff", "standard", view) for name, view in staff_views() if not GIVEN.views)


def _chosen(text: str, every: object) -> list[str]:
    return text.split(",") if text else list(every)  # type: ignore[call-overload]


def _pages(name: str, language: str, look: str, view: View) -> Iterator[tuple[str, str, str, View]]:
    marked = _marked(view) if "mode" in LOOKS[look] else view
    count = page_count(PAINT, view)
    for page in range(count if "mode" not in LOOKS[look] else 1):
        paged = replace(marked, frame=replace(marked.frame, page=page))
        yield (f"{name}-{page + 1}" if count > 1 else name), language, look, paged


def _marked(view: View) -> View:
    """With the ring where reading has come to: the middle of what there is."""
    items = items_of(view)
    place = items[len(items) // 3].place if items else None
    return replace(view, frame=replace(view.frame, mark=place))


def photograph() -> Image.Image:
    """What the window has drawn; asking the graphics for it takes half as long as asking the display."""
    WINDOW.dispatch("on_draw")
    drawn = glReadPixels(0, 0, *SCREEN.pixels, GL_RGB, GL_UNSIGNED_BYTE)
    return Image.frombytes("RGB", SCREEN.pixels, drawn).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def main() -> None:
    """Draw each in the window and keep a picture of it."""
    screen = ScreenWidget(PAINT, lambda _control: None)
    WINDOW.add_widget(screen)
    EventLoop.start()
    for name, language, look, view in shown():
        screen.show(view)
        picture = photograph()
        file = GIVEN.folder / f"{SIZE}-{look}-{language}-{name}.png"
        write(picture, file)
        palette = brush_for(PAINT, view).palette
        told = {"file": file.name, "size": SIZE, "look": look, "language": language, "view": name}
        faults = [*faults_of(screen.parts, PAINT.scale), *faults_in(picture, screen.parts, palette.paper)]
        sys.stdout.write(json.dumps(told | {"faults": faults}) + "\n")


main()
