"""Plain signs that Noto Sans lacks (arrows, a tick): white PNG files, to be tinted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from screenkit.pictures import keep, kept_file

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Glyph = Literal["tick", "arrow-down", "arrow-left", "arrow-right", "arrow-up"]

_FINER: Final = 8
_STROKE_SHARE: Final = 0.13

Point = tuple[float, float]
_ARROW: Final[tuple[tuple[Point, ...], ...]] = (
    ((0.5, 0.10), (0.5, 0.88)),
    ((0.18, 0.56), (0.5, 0.88), (0.82, 0.56)),
)
_TURN: Final[dict[str, Callable[[Point], Point]]] = {
    "arrow-down": lambda p: p,
    "arrow-up": lambda p: (p[0], 1 - p[1]),
    "arrow-left": lambda p: (1 - p[1], p[0]),
    "arrow-right": lambda p: (p[1], p[0]),
}
_TICK: Final[tuple[tuple[Point, ...], ...]] = (((0.12, 0.55), (0.40, 0.82), (0.88, 0.20)),)


def glyph_file(glyph: Glyph, size_px: int) -> Path:
    """A PNG file with the sign in white, square."""
    from PIL import Image, ImageDraw

    kept = kept_file(f"glyph {glyph} {size_px}")
    if not kept.is_file():
        large = Image.new("L", (size_px * _FINER, size_px * _FINER), 0)
        for stroke in _strokes(glyph):
            _draw(ImageDraw.Draw(large), stroke, size_px * _FINER)
        shape = large.resize((size_px, size_px), Image.Resampling.LANCZOS)
        white = Image.new("RGBA", shape.size, (255, 255, 255, 0))
        white.putalpha(shape)
        keep(white, kept)
    return kept


def _strokes(glyph: Glyph) -> list[list[Point]]:
    if glyph == "tick":
        return [list(stroke) for stroke in _TICK]
    turn = _TURN[glyph]
    return [[turn(point) for point in stroke] for stroke in _ARROW]


def _draw(draw: "ImageDraw", stroke: list[Point], side: int) -> None:
    width = side * _STROKE_SHARE
    points = [(x * side, y * side) for x, y in stroke]
    draw.line(points, fill=255, width=round(width), joint="curve")
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
