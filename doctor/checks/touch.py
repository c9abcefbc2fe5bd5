"""Whether a kiosk has something that feels fingers."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here
from doctor.units import draws_nowhere

INPUTS: Final = "/sys/class/input/input*"

# linux/input-event-codes.h
_IS_DIRECT: Final = 1
_ABS_X: Final = 0x00
_ABS_MT_POSITION_X: Final = 0x35
_BTN_TOOL_PEN: Final = 0x140
_BTN_TOOL_FINGER: Final = 0x145
_BTN_TOUCH: Final = 0x14A
_WORD_BITS: Final = 64


def look(box: Box) -> Iterator[Finding]:
    """Says which touchscreens the kernel sees."""
    if not box.has("kiosk"):
        yield not_here("This box has no kiosk.")
    elif draws_nowhere(box.machine, "beurt-kiosk.service"):
        yield not_here("The kiosk was told to draw on no screen.")
    else:
        yield judge(_touchscreens(box))


def judge(names: list[str]) -> Finding:
    """One is enough."""
    if names:
        return good(f"{', '.join(names)} is there.", count=len(names))
    return critical(
        "No touchscreen is there: visitors cannot take a number.",
        "See whether the USB cable from the screen to the box is in at both ends, then restart the box. "
        "Until then staff give numbers at the console.",
        count=0,
    )


def is_touchscreen(properties: str, absolute: str, keys: str) -> bool:
    """From the bits that the kernel shows of an input device; a touchpad and a pen are none."""
    has_place = _has_bit(absolute, _ABS_X) or _has_bit(absolute, _ABS_MT_POSITION_X)
    is_tool = _has_bit(keys, _BTN_TOOL_FINGER) or _has_bit(keys, _BTN_TOOL_PEN)
    return has_place and _has_bit(keys, _BTN_TOUCH) and (_has_bit(properties, _IS_DIRECT) or not is_tool)


def _touchscreens(box: Box) -> list[str]:
    found = []
    for path in box.machine.paths(INPUTS):
        place = PurePosixPath(path)
        parts = [
            box.machine.text(str(place / name)) or "" for name in ("properties", "capabilities/abs", "capabilities/key")
        ]
        if is_touchscreen(*parts):
            found.append(box.machine.text(str(place / "name")) or place.name)
    return found


def _has_bit(words: str, bit: int) -> bool:
    # The most significant word comes first, each as long as the kernel's.
    each = words.split()
    index, within = divmod(bit, _WORD_BITS)
    if index >= len(each):
        return False
    try:
        return bool(int(each[-1 - index], 16) >> within & 1)
    except ValueError:
        return False
