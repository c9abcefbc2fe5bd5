"""The picture on the first button: a ticket, drawn large and sharp, which no emoji is."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from screenkit.pictures import keep, kept_file

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SHAPE: Final = 1.62
PAPER: Final = (255, 197, 61, 255)
INK: Final = (22, 32, 46, 255)
NOTHING: Final = (0, 0, 0, 0)

_FINER: Final = 4
_BARS: Final = ((0.13, 0.20, 0.56, 0.35), (0.13, 0.43, 0.44, 0.53))
_STRIPES: Final = (
    (0.13, 0.03),
    (0.185, 0.015),
    (0.22, 0.03),
    (0.27, 0.015),
    (0.305, 0.045),
    (0.37, 0.015),
    (0.405, 0.03),
)
_PERFORATION: Final = 0.70
_HOLES: Final = 6


def ticket_file(width_px: int, height_px: int) -> Path:
    """A PNG file with the ticket, as large as fits in that width and height."""
    from PIL import Image, ImageDraw

    kept = kept_file(f"ticket {width_px}x{height_px}")
    if not kept.is_file():
        height = min(height_px, round(width_px / SHAPE))
        size = (round(height * SHAPE), height)
        large = Image.new("RGBA", (size[0] * _FINER, size[1] * _FINER), NOTHING)
        _draw(ImageDraw.Draw(large), *large.size)
        keep(large.resize(size, Image.Resampling.LANCZOS), kept)
    return kept


def _draw(draw: "ImageDraw", width: int, height: int) -> None:
    draw.rounded_rectangle((0, 0, width - 1, height - 1), radius=0.09 * height, fill=PAPER)
    for x in (0, width):
        _dot(draw, x, 0.5 * height, 0.13 * height)
    for hole in range(_HOLES):
        _dot(draw, _PERFORATION * width, (hole + 0.5) / _HOLES * height, 0.026 * height)
    for left, top, right, bottom in _BARS:
        box = (left * width, top * height, right * width, bottom * height)
        draw.rounded_rectangle(box, radius=0.03 * height, fill=INK)
    for left, thick in _STRIPES:
        draw.rectangle((left * width, 0.64 * height, (left + thick) * width, 0.82 * height), fill=INK)
    stub = (0.77 * width, 0.30 * height, 0.90 * width, 0.70 * height)
    draw.rounded_rectangle(stub, radius=0.03 * height, fill=INK)


def _dot(draw: "ImageDraw", x: float, y: float, radius: float) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=NOTHING)
