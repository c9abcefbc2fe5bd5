"""The glass of a screen: what a pixel of it shows, and a finger on it, both without a program in between."""

import time
from collections.abc import Callable
from ctypes import CDLL, POINTER, Structure, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Self

from PIL import Image, ImageGrab

ALL_PLANES, Z_PIXMAP = c_ulong(-1).value, 2
LEFT_BUTTON, ON_THIS_SCREEN = 1, -1
PATIENCE_S = 40.0
LOOK_EVERY_S = 0.001
STILL_FOR_S = 0.4


class _Display(Structure):
    """Xlib's own."""


class Glass:
    """One X display."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x, self._test = _x11(), CDLL("libXtst.so.6")
        self._test.XTestFakeMotionEvent.argtypes = [POINTER(_Display), c_int, c_int, c_int, c_ulong]
        self._test.XTestFakeButtonEvent.argtypes = [POINTER(_Display), c_uint, c_int, c_ulong]
        self._display = self._x.XOpenDisplay(name.encode())
        self._root = self._x.XDefaultRootWindow(self._display)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(self._display)

    def pixel(self, x: int, y: int) -> int:
        """Its colour as 0xRRGGBB."""
        image = self._x.XGetImage(self._display, self._root, x, y, 1, 1, ALL_PLANES, Z_PIXMAP)
        colour = int(self._x.XGetPixel(image, 0, 0)) & 0xFFFFFF
        self._x.XDestroyImage(image)
        return colour

    def press(self, x: int, y: int) -> None:
        """Lay a finger there."""
        self._test.XTestFakeMotionEvent(self._display, ON_THIS_SCREEN, x, y, 0)
        self._test.XTestFakeButtonEvent(self._display, LEFT_BUTTON, 1, 0)
        self._x.XFlush(self._display)

    def lift(self) -> None:
        """Take the finger away."""
        self._test.XTestFakeButtonEvent(self._display, LEFT_BUTTON, 0, 0)
        self._x.XFlush(self._display)

    def picture(self, pixels: tuple[int, int]) -> Image.Image:
        """What a window of that size in the corner shows now."""
        return ImageGrab.grab((0, 0, *pixels), xdisplay=self.name).convert("RGB")

    def still(self, pixels: tuple[int, int], *before: Image.Image) -> Image.Image:
        """The same once it is another than these, and has not changed for a moment."""
        others = [picture.tobytes() for picture in before]
        last, since_s, end_s = None, 0.0, time.monotonic() + PATIENCE_S
        while time.monotonic() < end_s:
            now = self.picture(pixels)
            if last is None or now.tobytes() != last.tobytes():
                last, since_s = now, time.monotonic()
            elif time.monotonic() - since_s > STILL_FOR_S and now.tobytes() not in others:
                return now
            time.sleep(STILL_FOR_S / 10)
        raise TimeoutError("the screen does not come to rest as another")

    def when(self, x: int, y: int, is_it: Callable[[int], bool]) -> float:
        """The moment at which a pixel has such a colour, by `time.perf_counter`."""
        end_s = time.perf_counter() + PATIENCE_S
        while not is_it(self.pixel(x, y)):
            if time.perf_counter() > end_s:
                raise TimeoutError(f"the pixel at {x}, {y} stays {self.pixel(x, y):06x}")
            time.sleep(LOOK_EVERY_S)
        return time.perf_counter()


def _x11() -> CDLL:
    x11 = CDLL("libX11.so.6")
    display = POINTER(_Display)
    x11.XOpenDisplay.argtypes, x11.XOpenDisplay.restype = [c_char_p], display
    x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = [display], c_ulong
    x11.XGetImage.argtypes = [display, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
    x11.XGetImage.restype = c_void_p
    x11.XGetPixel.argtypes, x11.XGetPixel.restype = [c_void_p, c_int, c_int], c_ulong
    x11.XDestroyImage.argtypes = [c_void_p]
    x11.XFlush.argtypes = x11.XCloseDisplay.argtypes = [display]
    return x11
