"""The colours of every screen, normal and in high contrast; contrasts are WCAG ratios."""

from dataclasses import dataclass
from typing import Final

Colour = tuple[float, float, float, float]

_LINEAR: Final = 0.04045


def colour(hexadecimal: str) -> Colour:
    """`#RRGGBB` as four parts from 0 to 1."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue, 1.0)


@dataclass(frozen=True, slots=True)
class Tone:
    """A surface, what is written on it, and its border."""

    fill: Colour
    text: Colour
    border: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """The tokens of one theme: `ink`, `soft` and `brand` are written on `paper` and `card`."""

    paper: Colour
    ink: Colour
    soft: Colour
    brand: Colour
    line: Colour
    water: Tone
    sun: Tone
    leaf: Tone
    card: Tone
    closed: Tone
    ring: tuple[Colour, Colour]
    """The focus: the inner ring and the outer one."""


def contrast(one: Colour, other: Colour) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(of: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in of[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_PAPER, _INK, _SOFT, _LINE = (colour(c) for c in ("#FBF8F3", "#16202E", "#445162", "#76869A"))
_WHITE, _BLACK, _SUN = (colour(c) for c in ("#FFFFFF", "#000000", "#FFC53D"))
_WATER, _LEAF = colour("#0B3B63"), colour("#1B5E3F")

NORMAL: Final = Palette(
    paper=_PAPER,
    ink=_INK,
    soft=_SOFT,
    brand=_WATER,
    line=_LINE,
    water=Tone(_WATER, _WHITE, _WATER),
    sun=Tone(_SUN, _INK, _LINE),
    leaf=Tone(_LEAF, _WHITE, _LEAF),
    card=Tone(_WHITE, _INK, _LINE),
    closed=Tone(_PAPER, _SOFT, _LINE),
    ring=(_INK, _SUN),
)

HIGH_CONTRAST: Final = Palette(
    paper=_BLACK,
    ink=_WHITE,
    soft=_WHITE,
    brand=_WHITE,
    line=_WHITE,
    water=Tone(_BLACK, _WHITE, _WHITE),
    sun=Tone(_SUN, _BLACK, _SUN),
    leaf=Tone(_WHITE, _BLACK, _WHITE),
    card=Tone(_BLACK, _WHITE, _WHITE),
    closed=Tone(_BLACK, _WHITE, _LINE),
    ring=(_BLACK, _SUN),
)
