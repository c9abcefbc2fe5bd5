"""The screen on which the demo's windows stand: the user's own, or one that exists only in memory."""

from __future__ import annotations

import os
import select
from dataclasses import dataclass
from subprocess import SubprocessError
from typing import TYPE_CHECKING

from simulator.demo.branch_file import Window
from simulator.demo.installed import ask, find

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.demo.processes import Programs

WIDTH_PX, HEIGHT_PX = 1920, 1080
START_WITHIN_S = 20
NUMBER_BYTES = 16

# A screen in memory gets a loudspeaker in memory: ALSA's own, which takes every sound and makes none.
SILENT_LOUDSPEAKER = "pcm.!default { type null }\n"


class NoScreenError(Exception):
    """DISPLAY names a screen that nothing can be shown on."""


@dataclass(frozen=True)
class Screen:
    """An X display, with room for the kiosk's window and the display's beside it."""

    display: str
    kiosk: Window
    waiting_room: Window


def own(programs: Programs) -> Screen:
    """Start a screen in memory, with both windows at their full size."""
    read, write = os.pipe()
    size = f"{2 * WIDTH_PX}x{HEIGHT_PX}x24"
    xvfb = [find("Xvfb", "xvfb"), "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    try:
        programs.start("screen", xvfb, pass_fds=[write])
        programs.wait_for("screen", lambda: _has_more(read), START_WITHIN_S)
        number = os.read(read, NUMBER_BYTES).decode().strip()
    finally:
        os.close(read)
        os.close(write)
    kiosk, waiting_room = Window(WIDTH_PX, HEIGHT_PX, 0, 0), Window(WIDTH_PX, HEIGHT_PX, WIDTH_PX, 0)
    return Screen(f":{number}", kiosk, waiting_room)


def silence(programs: Programs, folder: Path) -> None:
    """Give the programs that start from now on a loudspeaker that makes no sound."""
    loudspeaker = folder / "asound.conf"
    loudspeaker.write_text(SILENT_LOUDSPEAKER)
    programs.set_environment(ALSA_CONFIG_PATH=str(loudspeaker))


def users(display: str) -> Screen:
    """The screen that is there, the two windows side by side on it; raises NoScreenError."""
    try:
        width = int(ask([find("xdotool", "xdotool"), "getdisplaygeometry"]).split()[0]) // 2
    except SubprocessError as fault:
        raise NoScreenError(
            f"no window can stand on the screen {display}; unset DISPLAY to do without: {fault}"
        ) from fault
    height = width * HEIGHT_PX // WIDTH_PX
    return Screen(display, Window(width, height, 0, 0), Window(width, height, width, 0))


def _has_more(pipe: int) -> bool:
    return bool(select.select([pipe], [], [], 0)[0])
