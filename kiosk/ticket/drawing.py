"""Lines of text as pictures, for letters that a printer lacks."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from kiosk.ticket.fonts import Run, font, runs
from kiosk.ticket.wrap import wrap


@dataclass(frozen=True, slots=True)
class Picture:
    """One bit a dot, ink is 1, rows of whole bytes."""

    bits: bytes
    width_bytes: int


def draw(text: str, language: str, size_px: int, width_px: int) -> list[Picture]:
    """A paragraph as lines no wider than `width_px`, each trimmed to its ink.

    Raises:
        CannotDrawError: a package is missing.
    """
    lines = wrap(text, width_px, lambda part: _width(runs(part, language), size_px))
    return [_draw_line(runs(line, language), size_px) for line in lines]


def _draw_line(parts: list[Run], size_px: int) -> Picture:
    from PIL import Image, ImageDraw

    width = round(_width(parts, size_px)) + 2 * size_px
    image = Image.new("1", (width, 4 * size_px))
    pen = ImageDraw.Draw(image)
    is_reversed = _is_right_to_left("".join(part.text for part in parts))
    x = float(size_px)
    for part in reversed(parts) if is_reversed else parts:
        face = font(part.face, size_px)
        direction = _direction(part, is_reversed=is_reversed)
        pen.text((x, 2 * size_px), part.text, fill=1, font=face, anchor="ls", direction=direction)
        x += face.getlength(part.text, direction=direction)
    return _trimmed(image.crop(image.getbbox()).tobytes(), image.getbbox())


def _trimmed(bits: bytes, box: tuple[int, int, int, int] | None) -> Picture:
    left, _, right, _ = box or (0, 0, 8, 1)
    return Picture(bits, (right - left + 7) // 8)


def _width(parts: list[Run], size_px: int) -> float:
    is_reversed = _is_right_to_left("".join(part.text for part in parts))
    lengths = (
        font(part.face, size_px).getlength(part.text, direction=_direction(part, is_reversed=is_reversed))
        for part in parts
    )
    return sum(lengths)


def _direction(part: Run, *, is_reversed: bool) -> Literal["ltr", "rtl"]:
    has_letters = any(unicodedata.bidirectional(letter) == "L" for letter in part.text)
    return "rtl" if is_reversed and not has_letters else "ltr"


def _is_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"
