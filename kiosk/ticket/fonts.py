"""The fonts for what a printer cannot write by itself, and which of them has a letter."""

import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from runtime.languages import Direction
from runtime.writing.bidi import PACKAGE, NoFribidiError, direction_of, from_the_left, levels

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDER: Final = Path("/usr/share/fonts/truetype")


class CannotDrawError(Exception):
    """A Debian package is missing that drawing letters needs; `package` is its name."""

    def __init__(self, package: str) -> None:
        super().__init__(f"to print this language, install the package {package}")
        self.package = package


@dataclass(frozen=True, slots=True)
class Face:
    """A font file under `FOLDER`, the package that brings it, and its size beside Noto Sans of size 1."""

    files: tuple[str, ...]
    package: str
    scale: float = 1.0


SANS: Final = Face(("noto/NotoSans-Regular.ttf",), "fonts-noto-core")
ARABIC: Final = Face(("noto/NotoSansArabic-Regular.ttf",), "fonts-noto-core", 1.05)
ETHIOPIC: Final = Face(
    ("abyssinica/AbyssinicaSIL-Regular.ttf", "abyssinica/AbyssinicaSIL-R.ttf"), "fonts-sil-abyssinica", 1.2
)

FACES: Final = {"ar": (ARABIC, SANS, ETHIOPIC), "ti": (ETHIOPIC, SANS, ARABIC)}
"""Best first; a face may lack Latin letters or even figures."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that one face has, and how deep they are embedded; odd ones are written from right to left."""

    face: Face
    text: str
    level: int = 0

    @property
    def direction(self) -> Direction:
        """Which way it is written."""
        return "rtl" if self.level % 2 else "ltr"


def runs(line: str, language: str, before: str = "", after: str = "") -> list[Run]:
    """A line in as few runs as it takes, from left to right; a letter that no face has goes with the first.

    What stands `before` and `after` it in its paragraph may change their order.

    Raises:
        CannotDrawError: a package is missing.
    """
    faces = FACES.get(language, (SANS, ARABIC, ETHIOPIC))
    found: list[Run] = []
    for letter, level in zip(line, _levels(line, language, before, after), strict=True):
        last = found[-1] if found and found[-1].level == level else None
        wanted = (last.face, *faces) if last else faces
        face = next((face for face in wanted if _has(face, letter)), faces[0])
        if last and last.face == face:
            found[-1] = replace(last, text=last.text + letter)
        else:
            found.append(Run(face, letter, level))
    return from_the_left(found, lambda run: run.level)


@cache
def font(face: Face, size_px: int) -> "FreeTypeFont":
    """The font for drawing.

    Raises:
        CannotDrawError: a package is missing.
    """
    from PIL import ImageFont, features

    if not features.check("raqm"):
        raise CannotDrawError(PACKAGE)
    path = next((path for name in face.files if (path := FOLDER / name).exists()), None)
    if path is None:
        raise CannotDrawError(face.package)
    return ImageFont.truetype(path, round(size_px * face.scale), layout_engine=ImageFont.Layout.RAQM)


@cache
def _has(face: Face, letter: str) -> bool:
    return unicodedata.category(letter) in {"Zs", "Cf"} or _outline(face, letter) != _outline(face, "\U0010ffff")


@cache
def _outline(face: Face, letter: str) -> bytes:
    return bytes(font(face, 24).getmask(letter, mode="1"))


def _levels(line: str, language: str, before: str, after: str) -> list[int]:
    paragraph = before + line + after
    try:
        return levels(paragraph, direction_of(paragraph, language))[len(before) :][: len(line)]
    except NoFribidiError as missing:
        raise CannotDrawError(PACKAGE) from missing
