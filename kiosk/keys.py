"""The keys beside the screen: a keypad is a keyboard, and each of its keys means one of ten things.

Codes are those of Kivy's window: its own numbers, and SDL's for keys that Kivy has no number for.
"""

from collections.abc import Collection
from typing import Final

from kiosk.events import Key
from runtime.languages import Direction
from runtime.settings.values import KeypadLayout

SDL_KEY: Final = 0x40000000
"""SDL numbers a key without a character by its USB usage (HID Usage Tables, page 7) plus this."""

TAB, RIGHT, LEFT = 9, 275, 276
SHIFT: Final = "shift"

NO_KEYS: Final = frozenset(
    {300, 301, 303, 304, 305, 306, 307, 308, 309, 310, 311, *(SDL_KEY + u for u in range(0xE0, 0xE8))}
)
"""Shift, Ctrl, Alt, Caps Lock and their like do nothing by themselves."""

ARROWS: Final[dict[int, Key]] = {
    RIGHT: "next", 274: "next", LEFT: "previous", 273: "previous", 278: "first", 279: "last",
    13: "choose", 271: "choose", 32: "choose",
    27: "back", 8: "back", SDL_KEY + 0x10E: "back",
    ord("r"): "repeat", 282: "repeat",
    ord("+"): "louder", ord("="): "louder", 270: "louder", SDL_KEY + 0x80: "louder",
    ord("-"): "quieter", 269: "quieter", SDL_KEY + 0x81: "quieter",
    ord("s"): "stop", 127: "stop", SDL_KEY + 0x7F: "stop",
}  # fmt: skip
"""By Kivy's numbers; any other key says it again."""

AUDIONAV: Final[dict[int, Key]] = {
    SDL_KEY + 0x70: "previous",
    SDL_KEY + 0x71: "next",
    SDL_KEY + 0x72: "back",
    SDL_KEY + 0x73: "repeat",
    SDL_KEY + 0x6F: "choose",
}
"""F21 up, F22 down, F23 "<<", F24 ">>", F20 the round key.

That "<<" sends 0x72 stands in the 1400 Series AudioNav manual (rev. 1.5, page 28); the other codes are unverified. The
maker's tool can give each key any code, so a keypad that differs is set to these, or to arrows.
"""

HEADSET: Final = {SDL_KEY + 0x6A: True, 296: True, SDL_KEY + 0x6B: False}
"""F15 and F16 tell of the plug in the AudioNav's own socket; unverified."""


def tells_of_headset(layout: KeypadLayout) -> bool:
    """Whether a keypad has a socket of its own, and keys that tell of the plug in it."""
    return layout == "storm-audionav"


class Keys:
    """One keyboard; a key that is held counts once."""

    def __init__(self, layout: KeypadLayout) -> None:
        self._meanings = ARROWS | AUDIONAV if layout == "storm-audionav" else ARROWS
        self._layout = layout
        self._down: set[int] = set()

    def pressed(self, code: int, modifiers: Collection[str], direction: Direction) -> Key | None:
        """What the key means; None for one that is still held, or that means nothing by itself."""
        if code in self._down or code in NO_KEYS:
            return None
        self._down.add(code)
        if code == TAB:
            return "previous" if SHIFT in modifiers else "next"
        if direction == "rtl" and code in (LEFT, RIGHT):
            return "next" if code == LEFT else "previous"
        return self._meanings.get(code, "repeat")

    def released(self, code: int) -> None:
        """The key came up again."""
        self._down.discard(code)

    def forget(self) -> None:
        """Whatever was held is so no longer, for all that is known: the keyboard went elsewhere."""
        self._down.clear()

    def headset(self, code: int) -> bool | None:
        """Whether the key tells that a headset is in, or out; None for any other key."""
        return HEADSET.get(code) if tells_of_headset(self._layout) else None
