"""From a finger that is lifted until the number is on the glass: a real kiosk, broker and hub, and no printer."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clients import Asker, Voice
from glass import Glass
from mosquitto import Mosquitto
from over_the_wire import wait_until_it_serves
from PIL import Image, ImageChops
from watch import Ratio, Times
from windows import CORNER, PIXELS, Point, running
from x_server import x_server

from wire.payload import encode, read
from wire.state import Menu

MUST_MS, AIM_MS = 150.0, 80.0
TICKETS_A_START = 3
"""After so many within a minute the kiosk would ask whether another one is wanted."""
FINGER_S = 0.07
BETWEEN_TOUCHES_S = 0.8


@dataclass(frozen=True)
class Spots:
    """Where to touch, and the pixel that tells the screen with the number from any before it."""

    take: tuple[int, int]
    done: tuple[int, int]
    tells: tuple[int, int]
    colour: int


def touching(folder: Path, broker: Mosquitto, starts: int) -> Ratio:
    """The 95th percentile over some starts of the kiosk."""
    times = Times()
    with ExitStack() as stack:
        (folder / "touch").mkdir()
        point = Point(folder / "touch", broker.port)
        point.start()
        stack.callback(point.stop)
        asker = stack.enter_context(closing(Asker(broker.port, point.branch)))
        wait_until_it_serves(asker)
        asker.ask("open-desk", desk="1")
        kept = _kept_menu(broker.port, point.branch)
        glass = stack.enter_context(Glass(stack.enter_context(x_server())))
        take, done = _places(point.config, kept)
        with _kiosk(point, glass) as before:
            spots = _spots(glass, before, take, done)
        for _ in range(starts):
            with _kiosk(point, glass):
                for _ in range(TICKETS_A_START):
                    times.note(_number_s(glass, spots))
    p95_ms = sorted(times.all_s)[len(times.all_s) * 95 // 100] * 1000
    return Ratio(p95_ms, MUST_MS, AIM_MS, {"unit": "ms, p95", "touches": len(times.all_s), **times.told()})


@contextmanager
def _kiosk(point: Point, glass: Glass) -> Iterator[Image.Image]:
    glass.when(*CORNER, lambda colour: not colour)
    with running(point.command("kiosk"), glass, point.folder):
        glass.when(*CORNER, bool)
        # Until it has heard the hub it says that it is out of order: the picture of that is another one.
        time.sleep(2)
        yield glass.still(PIXELS)


def _spots(glass: Glass, start: Image.Image, take: tuple[int, int], done: tuple[int, int]) -> Spots:
    glass.press(*take)
    pressed = glass.still(PIXELS, start)
    glass.lift()
    first = glass.still(PIXELS, start, pressed)
    _touch(glass, done)
    glass.still(PIXELS, first)
    _touch(glass, take)
    second = glass.still(PIXELS, start, pressed)
    tells = _telling_pixel(before=(start, pressed), after=(first, second))
    red, green, blue = first.getpixel(tells)
    return Spots(take, done, tells, red << 16 | green << 8 | blue)


def _telling_pixel(before: tuple[Any, Any], after: tuple[Any, Any]) -> tuple[int, int]:
    """One that a pressed button leaves alone, that every number has the same, and that was another before."""
    pick = random.Random(7)  # noqa: S311 - any of them will do
    same, changed = ImageChops.difference(*after), ImageChops.difference(before[0], after[0])
    pressed = ImageChops.difference(*before)
    for _ in range(100_000):
        spot = pick.randrange(PIXELS[0]), pick.randrange(PIXELS[1])
        if sum(changed.getpixel(spot)) > 60 and not any((*same.getpixel(spot), *pressed.getpixel(spot))):
            return spot
    raise LookupError("the screen with the number looks like the one before it")


def _touch(glass: Glass, spot: tuple[int, int]) -> None:
    time.sleep(BETWEEN_TOUCHES_S)
    glass.press(*spot)
    time.sleep(FINGER_S)
    glass.lift()


def _number_s(glass: Glass, spots: Spots) -> float:
    glass.press(*spots.take)
    time.sleep(FINGER_S)
    began_s = time.perf_counter()
    glass.lift()
    duration_s = glass.when(*spots.tells, lambda colour: colour == spots.colour) - began_s
    _touch(glass, spots.done)
    glass.when(*spots.tells, lambda colour: colour != spots.colour)
    time.sleep(BETWEEN_TOUCHES_S)
    return duration_s


def _kept_menu(port: int, branch: str) -> Menu:
    with closing(Voice(port, f"beurt/v1/{branch}/state/menu")) as voice:
        return read(voice.next()[1].payload, Menu)


def _places(file: Path, menu: Menu) -> tuple[tuple[int, int], tuple[int, int]]:
    asked = [sys.executable, str(Path(__file__).with_name("places.py")), str(file), *map(str, PIXELS)]
    told = subprocess.run(asked, input=encode(menu), stdout=subprocess.PIPE, check=True).stdout
    (take_x, take_y), (done_x, done_y) = json.loads(told)
    return (take_x, take_y), (done_x, done_y)
