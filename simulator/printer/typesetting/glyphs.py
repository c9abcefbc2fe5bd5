"""Draws single letters as dots in their cells."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFont

if TYPE_CHECKING:
    from simulator.printer.typesetting.style import Style

FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/truetype/noto"))
REGULAR = ("DejaVuSansMono.ttf", "NotoSansMono-Regular.ttf")
BOLD = ("DejaVuSansMono-Bold.ttf", "NotoSansMono-Bold.ttf")
SPARE = "data/fonts/RobotoMono-Regular.ttf"
PACKAGE = "fonts-dejavu-core"
OVERSAMPLING = 4
HALF = 128


@cache
def _font_file(names: tuple[str, ...]) -> Path:
    kivy = find_spec("kivy")
    spare = [Path(folder, SPARE) for folder in (kivy and kivy.submodule_search_locations) or ()]
    debian = [folder / name for folder, name in zip(FOLDERS, names, strict=True)]
    found = next((path for path in debian + spare if path.is_file()), None)
    if found is None:
        raise FileNotFoundError(f"no monospaced font to print with: install {PACKAGE}")
    return found


def check_fonts() -> None:
    """Raise FileNotFoundError, naming the package, when there is nothing to draw letters with."""
    _font_file(REGULAR)
    _font_file(BOLD)


@lru_cache(maxsize=32)
def _typeface(*, is_bold: bool, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_font_file(BOLD if is_bold else REGULAR), size, layout_engine=ImageFont.Layout.BASIC)


def columns(letter: str) -> int:
    """How many cells a letter takes: two for Chinese and its like."""
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


@lru_cache(maxsize=512)
def glyph(letter: str, style: Style) -> Image.Image:
    """One letter in its magnified cell, mode "1", 1 is black."""
    image = _even(letter, style) if style.width == style.height else _stretched(letter, style)
    if style.gap:
        image = image.crop((0, 0, image.width + style.gap * style.width, image.height))
    if style.underline:
        image.paste(1, (0, image.height - style.underline, image.width, image.height))
    return ImageChops.invert(image) if style.is_reverse else image


def _even(letter: str, style: Style) -> Image.Image:
    # Drawn at its size instead of doubling dots: the outline stays as round as on a printer that smooths.
    font, scale = style.font, style.width
    image = Image.new("1", (columns(letter) * font.width * scale, font.height * scale))
    _draw(letter, image, style, scale, "1")
    return image


def _stretched(letter: str, style: Style) -> Image.Image:
    font, scale = style.font, OVERSAMPLING * max(style.width, style.height)
    large = Image.new("L", (columns(letter) * font.width * scale, font.height * scale))
    _draw(letter, large, style, scale, "L")
    size = (columns(letter) * font.width * style.width, font.height * style.height)
    return large.resize(size, Image.Resampling.BOX).point(lambda dot: 255 * (dot >= HALF), "1")


def _draw(letter: str, image: Image.Image, style: Style, scale: int, mode: str) -> None:
    pen = ImageDraw.Draw(image)
    pen.fontmode = mode
    face = _typeface(is_bold=style.is_bold, size=style.font.size * scale)
    pen.text((0, style.font.baseline * scale), letter, fill=255, font=face, anchor="ls")
