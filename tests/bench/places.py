"""Where one touch takes a number and where *Klaar* stands then, by the kiosk's own rules; a menu comes in.

Usage: places.py BRANCH_FILE WIDTH HEIGHT
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

# To measure a text Kivy needs no window, and is to keep to itself.
os.environ |= {"KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1", "KIVY_NO_CONSOLELOG": "1"}

from kiosk_play import Play

from kiosk.pictures import Pictures
from kiosk.screens.drawing import drawn
from kiosk.screens.paint import BODY_FLOOR, Paint
from kiosk.view import View
from runtime.settings.load import load
from screenkit.drawn import Touch
from screenkit.palette import NORMAL
from screenkit.sizes import Scale
from wire.payload import read
from wire.state import Menu

DEVICE = "kiosk-2"
TAKING = {"take", "general"}


def main() -> None:
    """Play a visitor."""
    settings, pixels = load(Path(sys.argv[1])), (int(sys.argv[2]), int(sys.argv[3]))
    menu = read(sys.stdin.buffer.read(), Menu)
    kiosk = next(kiosk for kiosk in settings.kiosks if kiosk.device == DEVICE)
    play = Play(settings, kiosk, menu, languages=frozenset(menu.languages)).hub_is_here()
    paint = Paint(Scale(kiosk.screen, pixels, body_floor=BODY_FLOOR), NORMAL, Pictures(settings.path.parent))
    take = next(touch for touch in touches(paint, play.view) if touch.name.kind in TAKING)
    play.touches(take.name.kind, take.name.which)
    play.has_number(number="1", people_before=0)
    done = next(touch for touch in touches(paint, play.view) if touch.name.kind == "done")
    sys.stdout.write(json.dumps([middle(take), middle(done)]))


def touches(paint: Paint, view: View) -> list[Any]:
    """What can be touched."""
    return [part for part in drawn(paint, view) if isinstance(part, Touch)]


def middle(touch: Any) -> tuple[int, int]:
    """Of its box."""
    return touch.box.x + touch.box.width // 2, touch.box.y + touch.box.height // 2


main()
