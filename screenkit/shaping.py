"""Lines of text in any script, as textures: Kivy's own for what it draws right, Pillow's for the rest.

Kivy's text provider on SDL has no second font for a letter that the first lacks, and draws the figures of an Arabic
line the wrong way round. Pillow joins letters and places vowel signs, so what is left is to cut a line into pieces of
one font and one direction. A line comes in as it is read; whoever has a paragraph wraps it before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from runtime.languages import OWN_NAMES, SOURCE, Direction, direction
from runtime.writing.bidi import direction_of
from runtime.writing.letters import shown
from screenkit import type as latin
from screenkit.fonts_by_script import font
from screenkit.keeping import Kept
from screenkit.pieces import Piece, is_plain, pieces
from screenkit.type import Weight
from screenkit.wrap import LATIN, Reach

if TYPE_CHECKING:
    from PIL.Image import Image

LIGHT_BELOW_PX: Final = 24
"""Ethiopic letters in bold run together below this size."""

KEPT_BYTES: Final = 32 * 1024 * 1024
"""A full screen of text is a quarter of it; the numbers of a day would else add up."""

ALONE: Final = ("", "")

_REACHES: Final = {"ar": Reach(1.13, 0.55, 1.68, 1.6), "ti": Reach(0.88, 0.26, 1.6, 1.6)}
_USUAL_FIGURE: Final = "2"
_FIGURES_BELOW: Final = 0.02
_HANGING: Final = frozenset("JQ")
"""Figures and capitals stand on the base line, but for these."""
_HIGHEST: Final = 1.4
_LOWEST: Final = 0.7
"""Letters with two vowel signs reach farther than those of a text without; none is cut off."""
_MEASURED_PX: Final = 400
_EXTENT_PX: Final = 100
_SPARE: Final = 0.03
"""Letters of other sizes are rounded to other pixels."""
_SIDE: Final = 0.05
"""The white beside a line, per font size: letters reach a little out of their own width."""
_OF_DIRECTION: Final[dict[Direction, str]] = {"ltr": SOURCE, "rtl": "ar"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a white texture, to be tinted; `above_px` is from its top to its base line."""

    texture: Any
    above_px: int


_kept: Final = Kept[Line](KEPT_BYTES, lambda line: 4 * line.texture.width * line.texture.height)


@lru_cache(maxsize=4096)
def written_in(text: str, language: str) -> str:
    """The language as whose a paragraph is drawn: another where all its letters are written the other way."""
    way = direction_of(text, language)
    return language if way == direction(language) else _OF_DIRECTION[way]


def reach(language: str) -> Reach:
    """What room the letters of a language take at most."""
    return _REACHES.get(language, LATIN)


@lru_cache(maxsize=4096)
def reach_of(text: str, weight: Weight, language: str) -> Reach:
    """What room the letters of one text take: most have fewer signs above and below them than there can be.

    Raises:
        FontError: a package is missing; names it.
    """
    usual, plain = reach(language), text.replace("\n", " ")
    if is_plain(plain, language):
        return replace(usual, above=LATIN.above, below=_FIGURES_BELOW if _is_number(plain) else LATIN.below)
    extents = [piece.extent_px(_EXTENT_PX) for piece in _pieces(plain, _EXTENT_PX, weight, language)]
    above, below = (max(side) / _EXTENT_PX + _SPARE for side in zip(*extents, strict=True))
    return replace(usual, above=above, below=below, leading=max(usual.leading, above + below))


def _is_number(text: str) -> bool:
    """Whether it is figures, perhaps after a capital."""
    return (
        text[-1:].isdecimal()
        and text.isascii()
        and text.isalnum()
        and not _HANGING.intersection(text)
        and text == text.upper()
    )


def check_fonts(languages: Iterable[str]) -> None:
    """See that these languages can be drawn.

    Raises:
        FontError: a package is missing; names it.
    """
    latin.check_fonts()
    for language in languages:
        for weight in ("regular", "heavy"):
            if not is_plain(OWN_NAMES[language], language):
                draw(OWN_NAMES[language], LIGHT_BELOW_PX, weight, language)


@lru_cache(maxsize=4096)
def width_px(text: str, size_px: int, weight: Weight, language: str) -> float:
    """How wide one line is.

    Raises:
        FontError: a package is missing; names it.
    """
    if is_plain(text, language):
        return latin.width_px(shown(text), size_px, weight)
    return size_px * _ems(text, _drawn_weight(size_px, weight, language), language) + 2 * _side_px(size_px)


@lru_cache(maxsize=4096)
def bearing_px(text: str, size_px: int, weight: Weight, language: str) -> int:
    """The white before the first letter of a line that begins at the left; before figures always as much.

    Raises:
        FontError: a package is missing; names it.
    """
    if not text or not is_plain(text, language):
        return 0
    return round(_bearing(_USUAL_FIGURE if text[0].isdecimal() else text[0], weight) * size_px / _MEASURED_PX)


@lru_cache(maxsize=256)
def _bearing(letter: str, weight: Weight) -> int:
    from PIL import ImageDraw
    from PIL.Image import new

    image = new("L", (3 * _MEASURED_PX, 3 * _MEASURED_PX))
    at = (_MEASURED_PX, 2 * _MEASURED_PX)
    ImageDraw.Draw(image).text(at, letter, fill=255, font=font(latin.font_file(weight), _MEASURED_PX), anchor="ls")
    left, *_ = image.getbbox() or at
    return max(0, left - _MEASURED_PX)


def line(text: str, size_px: int, weight: Weight, language: str, around: tuple[str, str] = ALONE) -> Line:
    """One line to be shown; `around` is what stands before and after it in its paragraph.

    Raises:
        FontError: a package is missing; names it.
    """
    key = (text, size_px, weight, language, around)
    return _kept.get(key, lambda: _line(text, size_px, weight, language, around))


def draw(text: str, size_px: int, weight: Weight, language: str, around: tuple[str, str] = ALONE) -> "Image":
    """A line as a mask, as wide as `width_px` says.

    Raises:
        FontError: a package is missing; names it.
    """
    from PIL import ImageDraw
    from PIL.Image import new

    drawn = _pieces(text, size_px, weight, language, around)
    width = ceil(width_px(text, size_px, weight, language))
    image = new("L", (width, _above_px(size_px) + ceil(_LOWEST * size_px)))
    pen, left = ImageDraw.Draw(image), float(_side_px(size_px))
    for piece in drawn:
        face, start = font(piece.file, size_px), (left, _above_px(size_px))
        pen.text(start, piece.text, fill=255, font=face, anchor="ls", direction=piece.direction)
        left += piece.advance_px(size_px)
    return image


def _line(text: str, size_px: int, weight: Weight, language: str, around: tuple[str, str]) -> Line:
    if is_plain(text, language):
        texture = latin.line_texture(shown(text), size_px, weight)
        return Line(texture, round(latin.ascent_px(size_px, weight)))
    return Line(_texture(draw(text, size_px, weight, language, around)), _above_px(size_px))


def _pieces(
    text: str, size_px: int, weight: Weight, language: str, around: tuple[str, str] = ALONE
) -> tuple[Piece, ...]:
    return pieces(text, language, _drawn_weight(size_px, weight, language), *around)


def _drawn_weight(size_px: int, weight: Weight, language: str) -> Weight:
    return "regular" if language == "ti" and size_px < LIGHT_BELOW_PX else weight


@lru_cache(maxsize=4096)
def _ems(text: str, weight: Weight, language: str) -> float:
    """How wide a line is as a multiple of its font size, which is the same at every size."""
    return sum(piece.advance_px(_MEASURED_PX) for piece in pieces(text, language, weight)) / _MEASURED_PX


def _above_px(size_px: int) -> int:
    return ceil(_HIGHEST * size_px)


def _side_px(size_px: int) -> int:
    return ceil(_SIDE * size_px)


def _texture(mask: "Image") -> Any:
    from kivy.graphics.texture import Texture
    from PIL.Image import merge, new

    white = new("L", mask.size, 255)
    texture = Texture.create(size=mask.size, colorfmt="rgba")
    texture.blit_buffer(merge("RGBA", (white, white, white, mask)).tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture
