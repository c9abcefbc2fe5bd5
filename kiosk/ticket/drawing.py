"""Lines of text as pictures, for letters that a printer lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ticket.fonts import Run, font, runs
from kiosk.ticket.wrap import wrap
from runtime.writing.bidi import around

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
    paragraph = " ".join(text.split())
    lines = wrap(paragraph, width_px, lambda part: _width(runs(part, language), size_px))
    told = zip(lines, around(paragraph, lines), strict=True)
    images = [_draw_line(runs(line, language, *context), size_px) for line, context in told]
    boxes = [box for image in images if (box := image.getbbox())]
    top, bottom = min((box[1] for box in boxes), default=0), max((box[3] for box in boxes), default=0)
    # The same rows of each line: so their baselines lie equally far apart.
    return [_trimmed(image, top, bottom) for image in images]


def _draw_line(line: Sequence[Run], size_px: int) -> "Image":
    from PIL import ImageDraw
    from PIL.Image import new

    image = new("1", (_width(line, size_px) + 2 * size_px, 4 * size_px))
    pen = ImageDraw.Draw(image)
    left = size_px
    for run in line:
        face = font(run.face, size_px)
        pen.text((left, 2 * size_px), run.text, fill=1, font=face, anchor="ls", direction=run.direction)
        left += _width([run], size_px)
    return image


def _width(line: Sequence[Run], size_px: int) -> int:
    # Whole dots: between them a letter would be drawn otherwise each time.
    return sum(round(font(run.face, size_px).getlength(run.text, direction=run.direction)) for run in line)


def _trimmed(image: "Image", top: int, bottom: int) -> Picture:
    left, _, right, _ = image.getbbox() or (0, 0, 0, 0)
    return Picture(image.crop((left, top, right, bottom)).tobytes(), (right - left + 7) // 8)
