"""Lines of text as pictures, for letters that a printer lacks."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.ticket.fonts import Run, font, runs
from kiosk.ticket.wrap import wrap

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Picture:
    """One bit a dot, ink is 1, rows of whole bytes."""

    bits: bytes
    width_bytes: int


def draw(text: str, language: str, size_px: int, width_px: int) -> list[Picture]:
    """A paragraph as lines no wider than `width_px`, trimmed to their ink.

    Raises:
        CannotDrawError: a package is missing.
    """
    lines = wrap(text, width_px, lambda part: _width(runs(part, language), size_px))
    images = [_draw_line(runs(line, language), size_px) for line in lines]
    boxes = [box for image in images if (box := image.getbbox())]
    top, bottom = min((box[1] for box in boxes), default=0), max((box[3] for box in boxes), default=0)
    # The same rows of each line: so their baselines lie equally far apart.
    return [_trimmed(image, top, bottom) for image in images]


def _draw_line(parts: list[Run], size_px: int) -> "Image":
    from PIL import ImageDraw
    from PIL.Image import new

    image = new("1", (round(_width(parts, size_px)) + 2 * size_px, 4 * size_px))
    pen = ImageDraw.Draw(image)
    is_reversed = _is_right_to_left("".join(part.text for part in parts))
    x = float(size_px)
    for part in reversed(parts) if is_reversed else parts:
        face = font(part.face, size_px)
        direction = _direction(part, is_reversed=is_reversed)
        pen.text((x, 2 * size_px), part.text, fill=1, font=face, anchor="ls", direction=direction)
        x += face.getlength(part.text, direction=direction)
    return image


def _trimmed(image: "Image", top: int, bottom: int) -> Picture:
    left, _, right, _ = image.getbbox() or (0, 0, 0, 0)
    return Picture(image.crop((left, top, right, bottom)).tobytes(), (right - left + 7) // 8)


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
