"""From a press at the desk until the call stands on the waiting room's screen: a real display, broker and hub."""

import time
from contextlib import ExitStack, closing
from pathlib import Path

from clients import Asker
from glass import Glass
from mosquitto import Mosquitto
from over_the_wire import wait_until_it_serves
from PIL import Image
from watch import Ratio, Times
from windows import CORNER, PIXELS, Point, running
from x_server import x_server

MUST_MS, AIM_MS = 150.0, 80.0
HEADING = (0, 0, 1100, 100)
WHITE = (255, 255, 255)
BETWEEN_S = 0.3


def calling_to_the_window(folder: Path, broker: Mosquitto, calls: int) -> Ratio:
    """The 95th percentile until the words over the calls are on the glass."""
    times = Times()
    with ExitStack() as stack:
        (folder / "seen").mkdir()
        point = Point(folder / "seen", broker.port)
        point.start()
        stack.callback(point.stop)
        asker = stack.enter_context(closing(Asker(broker.port, point.branch)))
        wait_until_it_serves(asker)
        asker.ask("open-desk", desk="1")
        glass = stack.enter_context(Glass(stack.enter_context(x_server())))
        stack.enter_context(running(point.command("display"), glass, point.folder))
        glass.when(*CORNER, bool)
        spot = _telling_spot(asker, glass)
        for _ in range(calls):
            times.note(_call_s(asker, glass, spot))
    p95_ms = sorted(times.all_s)[len(times.all_s) * 95 // 100] * 1000
    return Ratio(p95_ms, MUST_MS, AIM_MS, {"unit": "ms, p95", "calls": len(times.all_s), **times.told()})


def _telling_spot(asker: Asker, glass: Glass) -> tuple[int, int]:
    """A pixel of the heading: white while somebody is called, and blue while nobody is."""
    before = glass.still(PIXELS)
    _call(asker)
    asker.answer()
    called = glass.still(PIXELS, before)
    asker.ask("miss-ticket", desk="1")
    after = glass.still(PIXELS, called)
    return next(spot for spot in _white_in(called) if after.getpixel(spot) != WHITE)


def _white_in(picture: Image.Image) -> list[tuple[int, int]]:
    left, top, right, bottom = HEADING
    spots = ((x, y) for y in range(top, bottom) for x in range(left, right))
    return [spot for spot in spots if picture.getpixel(spot) == WHITE]


def _call(asker: Asker) -> float:
    asker.ask("take-ticket", device="kiosk-1")
    began_s = time.perf_counter()
    asker.post("call-next", desk="1")
    return began_s


def _call_s(asker: Asker, glass: Glass, spot: tuple[int, int]) -> float:
    began_s = _call(asker)
    duration_s = glass.when(*spot, lambda colour: colour == 0xFFFFFF) - began_s
    asker.answer()
    asker.ask("miss-ticket", desk="1")
    glass.when(*spot, lambda colour: colour != 0xFFFFFF)
    time.sleep(BETWEEN_S)
    return duration_s
