"""Plain signs that Noto Sans lacks (arrows, a tick, a loudspeaker): white PNG files, to be tinted."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from screenkit.pictures import keep, kept_file
from screenkit.strokes import ALL, Shape, draw_shape

if TYPE_CHECKING:
    from PIL.Image import Image

Glyph = Literal[
    "tick", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "lower", "higher", "letter", "half", "globe",
    "speaker", "stop", "quieter", "louder", "repeat", "info",
]  # fmt: skip

_FINER: Final = 8


@cache
def glyph_file(glyph: Glyph, size_px: int) -> Path:
    """A PNG file with the sign in white, square."""
    kept = kept_file(f"glyph {ALL[glyph]} {size_px}")
    if not kept.is_file():
        keep(_drawn(ALL[glyph], size_px), kept)
    return kept


def _drawn(shapes: tuple[Shape, ...], size_px: int) -> "Image":
    from PIL import Image, ImageDraw

    large = Image.new("L", (size_px * _FINER, size_px * _FINER), 0)
    for shape in shapes:
        draw_shape(ImageDraw.Draw(large), shape, size_px * _FINER)
    white = Image.new("RGBA", (size_px, size_px), (255, 255, 255, 0))
    white.putalpha(large.resize((size_px, size_px), Image.Resampling.LANCZOS))
    return white
