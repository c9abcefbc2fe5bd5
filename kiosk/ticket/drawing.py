"""Lines of text as pictures, for letters that a printer lacks."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kiosk.ticket.fonts import Run, font, runs
from kiosk.ticket.wrap import wrap

if TYPE_CHECKING:
    from PIL.Image import Image


RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "fa", "ps", "ur"})


class _Piece(NamedTuple):
    run: Run
    direction: Literal["ltr", "rtl"]


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
    lines = wrap(text, width_px, lambda part: _width(_ordered(part, language), size_px))
    images = [_draw_line(_ordered(line, language), size_px) for line in lines]
    boxes = [box for image in images if (box := image.getbbox())]
    top, bottom = min((box[1] for box in boxes), default=0), max((box[3] for box in boxes), default=0)
    # The same rows of each line: so their baselines lie equally far apart.
    return [_trimmed(image, top, bottom) for image in images]


def _ordered(text: str, language: str) -> list[_Piece]:
    """The runs from left to right."""
    if language not in RIGHT_TO_LEFT:
        return [_Piece(run, "ltr") for run in runs(text, language)]
    return [_Piece(run, "ltr" if _is_latin(run.text) else "rtl") for run in reversed(runs(text, language))]


def _is_latin(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) == "L" for letter in text)


def _draw_line(pieces: list[_Piece], size_px: int) -> "Image":
    from PIL import ImageDraw
    from PIL.Image import new

    image = new("1", (_width(pieces, size_px) + 2 * size_px, 4 * size_px))
    pen = ImageDraw.Draw(image)
    left = size_px
    for piece in pieces:
        face = font(piece.run.face, size_px)
        pen.text((left, 2 * size_px), piece.run.text, fill=1, font=face, anchor="ls", direction=piece.direction)
        left += _width([piece], size_px)
    return image


def _width(pieces: list[_Piece], size_px: int) -> int:
    # Whole dots: between them a letter would be drawn otherwise each time.
    return sum(round(font(run.face, size_px).getlength(run.text, direction=direction)) for run, direction in pieces)


def _trimmed(image: "Image", top: int, bottom: int) -> Picture:
    left, _, right, _ = image.getbbox() or (0, 0, 0, 0)
    return Picture(image.crop((left, top, right, bottom)).tobytes(), (right - left + 7) // 8)
