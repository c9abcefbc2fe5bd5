"""The one window of a program: its place, and Kivy made fit for a machine that nobody looks after.

Nothing here imports Kivy before `harden` has set what Kivy reads when it is imported.
"""

import atexit
import logging
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from typing import Any

from runtime.settings.model import Screen


class ScreenError(Exception):
    """There is no screen to draw on; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window is, in pixels of the screen."""

    width: int
    height: int
    left: int = 0
    top: int = 0

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""
        return (self.width, self.height)


def place(window: str | None, screen: Screen) -> Place:
    """The place that `WxH+X+Y` names; without it the whole screen.

    Raises:
        ValueError: the text is no place.
    """
    if window is None:
        return Place(*screen.pixels)
    found = re.fullmatch(r"([1-9]\d{0,4})x([1-9]\d{0,4})\+(\d{1,5})\+(\d{1,5})", window)
    if found is None:
        raise ValueError(f"no window: {window!r}; expected WIDTHxHEIGHT+LEFT+TOP, such as 1280x720+0+0")
    return Place(*(int(part) for part in found.groups()))


def harden(window: str | None, screen: Screen) -> Place:
    """Set up Kivy for a kiosk and say where its window goes; call it before anything imports Kivy.

    Raises:
        ScreenError: there is neither X nor Wayland.
    """
    where = place(window, screen)
    os.environ.update(_environment())
    logging.getLogger("kivy").addFilter(_is_worth_a_line)
    from kivy.config import Config

    for section, key, value in _options(where):
        Config.set(section, key, value)
    # Kivy would read /dev/input beside the window and count each touch twice.
    Config.remove_option("input", "%(name)s")
    return where


def open_window() -> Any:
    """Kivy's window, opened.

    Raises:
        ScreenError: the display server lets nobody in.
    """
    from kivy.core.window import Window

    if Window is None:
        display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        raise ScreenError(f"no window on screen {display}: is a display server running there, and is libgl1 installed?")
    Window.bind(on_request_close=lambda *_: True)
    return Window


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    # Kivy loads every input provider; those that are switched off here may lack their library.
    return record.levelno >= logging.WARNING and not record.getMessage().startswith(
        ("Input: MTDev", "Input: ProbeSysfs", "Input: HIDInput")
    )


def _environment() -> dict[str, str]:
    # Without a driver by name SDL draws off screen and says nothing.
    return {
        "SDL_VIDEODRIVER": _driver(),
        "KIVY_WINDOW": "sdl2",
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_NO_ENV_CONFIG": "1",
        "KIVY_LOG_MODE": "PYTHON",
        "KIVY_HOME": os.environ.get("KIVY_HOME") or _passing_folder(),
    }


def _passing_folder() -> str:
    # Kivy wants a home of its own, in which it then keeps nothing.
    folder = tempfile.mkdtemp(prefix="beurt-kivy-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _driver() -> str:
    if os.environ.get("DISPLAY"):
        return "x11"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    raise ScreenError("no screen: neither DISPLAY nor WAYLAND_DISPLAY is set; start this in a graphical session")


def _options(where: Place) -> tuple[tuple[str, str, str], ...]:
    return (
        ("kivy", "exit_on_escape", "0"),
        # Work handed over by another thread is done at once, not at the next frame.
        ("kivy", "kivy_clock", "free_only"),
        ("input", "mouse", "mouse,disable_multitouch"),
        ("graphics", "show_cursor", "0"),
        ("graphics", "allow_screensaver", "0"),
        ("graphics", "maxfps", "60"),
        # Every shape smooths its own edges; without a graphics card this would make each frame three times as dear.
        ("graphics", "multisamples", "0"),
        ("graphics", "resizable", "0"),
        ("graphics", "borderless", "1"),
        ("graphics", "fullscreen", "0"),
        ("graphics", "position", "custom"),
        ("graphics", "width", str(where.width)),
        ("graphics", "height", str(where.height)),
        ("graphics", "left", str(where.left)),
        ("graphics", "top", str(where.top)),
    )
