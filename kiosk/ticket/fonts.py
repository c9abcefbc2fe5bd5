"""The fonts for what a printer cannot write by itself, and which of them has a letter."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
    """Letters that one face has."""

    face: Face
    text: str


def runs(text: str, language: str) -> list[Run]:
    """The text in as few runs as it takes; a letter that no face has goes with the first.

    Raises:
        CannotDrawError: a package is missing.
    """
    faces = FACES.get(language, (SANS, ARABIC, ETHIOPIC))
    found: list[Run] = []
    for letter in text:
        wanted = ([found[-1].face] if found else []) + list(faces)
        face = next((face for face in wanted if _has(face, letter)), faces[0])
        if found and found[-1].face == face:
            found[-1] = Run(face, found[-1].text + letter)
        else:
            found.append(Run(face, letter))
    return found


@cache
def font(face: Face, size_px: int) -> "FreeTypeFont":
    """The font for drawing.

    Raises:
        CannotDrawError: a package is missing.
    """
    from PIL import ImageFont, features

    if not features.check("raqm"):
        raise CannotDrawError("libfribidi0")
    path = next((path for name in face.files if (path := FOLDER / name).exists()), None)
    if path is None:
        raise CannotDrawError(face.package)
    return ImageFont.truetype(path, round(size_px * face.scale), layout_engine=ImageFont.Layout.RAQM)


@cache
def _has(face: Face, letter: str) -> bool:
    return letter.isspace() or _outline(face, letter) != _outline(face, "\U0010ffff")


@cache
def _outline(face: Face, letter: str) -> bytes:
    return bytes(font(face, 24).getmask(letter, mode="1"))
