"""The letters: Noto Sans as Debian ships it, measured and drawn by Kivy."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

Weight = Literal["regular", "strong", "heavy"]

FOLDER: Final = Path("/usr/share/fonts/truetype/noto")
PACKAGE: Final = "fonts-noto-core"

# Debian's fonts-noto-core has two weights; 600 and 800 are 250 MB more, in fonts-noto-extra.
FILES: Final[dict[Weight, str]] = {
    "regular": "NotoSans-Regular.ttf",
    "strong": "NotoSans-Bold.ttf",
    "heavy": "NotoSans-Bold.ttf",
}


class FontError(Exception):
    """A font file is not there; the text says what to install."""


def font_file(weight: Weight) -> str:
    """The path of the font file of a weight."""
    return str(FOLDER / FILES[weight])


def check_fonts() -> None:
    """See that every font file is there.

    Raises:
        FontError: one is not; names the package.
    """
    for name in dict.fromkeys(FILES.values()):
        if not (FOLDER / name).is_file():
            raise FontError(f"no font {FOLDER / name}: install the package {PACKAGE} (apt install {PACKAGE})")


@lru_cache(maxsize=4096)
def width_px(text: str, size_px: int, weight: Weight) -> float:
    """How wide one line is."""
    width, _ = _label(size_px, weight).get_extents(text)
    return float(width)


def line_texture(text: str, size_px: int, weight: Weight) -> Any:
    """One line as a white texture, to be tinted; its height is the whole line of the font."""
    from kivy.core.text import Label

    label = Label(text=text, font_size=size_px, font_name=font_file(weight), color=(1, 1, 1, 1))
    label.refresh()
    return label.texture


@lru_cache(maxsize=256)
def ascent_px(size_px: int, weight: Weight) -> float:
    """From the top of a line's texture to its base line."""
    return float(_label(size_px, weight).get_ascent())


@lru_cache(maxsize=256)
def _label(size_px: int, weight: Weight) -> Any:
    from kivy.core.text import Label

    label = Label(font_size=size_px, font_name=font_file(weight))
    label.resolve_font_name()
    return label
