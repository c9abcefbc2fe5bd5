"""Which font has a letter: Noto Sans, or for other scripts the Noto that goes with it."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from screenkit.type import FOLDER, PACKAGE, FontError, Weight, font_file

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Script = Literal["latin", "arabic", "ethiopic"]

_FAMILIES: Final[dict[Script, str]] = {"arabic": "NotoSansArabic", "ethiopic": "NotoSansEthiopic"}

BEST_FIRST: Final[dict[str, tuple[Script, ...]]] = {
    "ar": ("arabic", "latin", "ethiopic"),
    "ti": ("ethiopic", "latin", "arabic"),
}
"""Noto Sans Arabic has no Latin letters, Noto Sans Ethiopic not even figures."""

_OTHERS: Final[tuple[Script, ...]] = ("latin", "arabic", "ethiopic")
_LOOK_AT_PX: Final = 24


def files_for(language: str, weight: Weight) -> tuple[str, ...]:
    """The font files for a language, best first."""
    return tuple(_file(script, weight) for script in BEST_FIRST.get(language, _OTHERS))


@cache
def font(file: str, size_px: int) -> "FreeTypeFont":
    """A font with which Pillow joins letters and places vowel signs.

    Raises:
        FontError: the file or libfribidi0 is missing; names the package.
    """
    from PIL import ImageFont, features

    if not features.check("raqm"):
        raise FontError("no libfribidi.so.0: install the package libfribidi0 (apt install libfribidi0)")
    try:
        return ImageFont.truetype(file, size_px, layout_engine=ImageFont.Layout.RAQM)
    except OSError as error:
        raise FontError(f"no font {file}: install the package {PACKAGE} (apt install {PACKAGE})") from error


@cache
def has(file: str, letter: str) -> bool:
    """Whether the font is there and has the letter; what nobody sees is in each."""
    if letter.isspace() or unicodedata.category(letter) == "Cf":
        return True
    return _outline(file, letter) != _outline(file, "\U0010ffff")


def _file(script: Script, weight: Weight) -> str:
    if script == "latin":
        return font_file(weight)
    return str(FOLDER / f"{_FAMILIES[script]}-{'Regular' if weight == 'regular' else 'Bold'}.ttf")


def _outline(file: str, letter: str) -> bytes:
    face = _face(file)
    return bytes(face.getmask(letter, mode="1")) if face else b""


@cache
def _face(file: str) -> "FreeTypeFont | None":
    from PIL import ImageFont

    # Without joining, so that a machine without libfribidi0 draws what needs none.
    return ImageFont.truetype(file, _LOOK_AT_PX, layout_engine=ImageFont.Layout.BASIC) if Path(file).exists() else None
