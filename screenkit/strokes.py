"""The signs as shapes on a square of one by one, counted from the top left."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Point = tuple[float, float]

THICK: Final = 0.13
FINE: Final = 0.085


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line with round ends and corners."""

    points: tuple[Point, ...]
    thick: float = THICK


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with corners a little round."""

    points: tuple[Point, ...]
    rounding: float = 0.06


Shape = Stroke | Area


def draw_shape(draw: "ImageDraw", shape: Shape, side: int) -> None:
    """Draw it in white on a square of that many pixels."""
    points = [(x * side, y * side) for x, y in shape.points]
    if isinstance(shape, Area):
        draw.polygon(points, fill=255)
        _draw_line(draw, [*points, points[0], points[1]], shape.rounding * side)
    else:
        _draw_line(draw, points, shape.thick * side)


def _draw_line(draw: "ImageDraw", points: list[Point], thick: float) -> None:
    draw.line(points, fill=255, width=round(thick), joint="curve")
    for x, y in points:
        draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)


def _arc(middle: Point, radii: Point, start: float, end: float) -> tuple[Point, ...]:
    """Part of an ellipse, in degrees clockwise from the right."""
    steps = max(8, round(abs(end - start) / 4))
    turns = (radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((middle[0] + radii[0] * cos(turn), middle[1] + radii[1] * sin(turn)) for turn in turns)


def _turned(shapes: tuple[Stroke, ...], turn: Callable[[Point], Point]) -> tuple[Stroke, ...]:
    return tuple(Stroke(tuple(turn(point) for point in shape.points), shape.thick) for shape in shapes)


_DOWN: Final = (Stroke(((0.5, 0.10), (0.5, 0.88))), Stroke(((0.18, 0.56), (0.5, 0.88), (0.82, 0.56))))
_LOWER: Final = (
    Stroke(((0.5, 0.08), (0.5, 0.66))),
    Stroke(((0.24, 0.42), (0.5, 0.68), (0.76, 0.42))),
    Stroke(((0.14, 0.92), (0.86, 0.92))),
)
_BOX: Final = ((0.06, 0.37), (0.22, 0.37), (0.46, 0.17), (0.46, 0.83), (0.22, 0.63), (0.06, 0.63))
_MINUS: Final = Stroke(((0.64, 0.5), (0.94, 0.5)))
_CIRCLE: Final = Stroke(_arc((0.5, 0.5), (0.42, 0.42), 0, 360), FINE)

ALL: Final[dict[str, tuple[Shape, ...]]] = {
    "tick": (Stroke(((0.12, 0.55), (0.40, 0.82), (0.88, 0.20))),),
    "arrow-down": _DOWN,
    "arrow-up": _turned(_DOWN, lambda p: (p[0], 1 - p[1])),
    "arrow-left": _turned(_DOWN, lambda p: (1 - p[1], p[0])),
    "arrow-right": _turned(_DOWN, lambda p: (p[1], p[0])),
    "lower": _LOWER,
    "higher": _turned(_LOWER, lambda p: (p[0], 1 - p[1])),
    "letter": (Stroke(((0.12, 0.90), (0.5, 0.10), (0.88, 0.90)), 0.15), Stroke(((0.28, 0.62), (0.72, 0.62)))),
    "half": (_CIRCLE, Area(_arc((0.5, 0.5), (0.40, 0.40), -90, 90), 0.02)),
    "globe": (
        _CIRCLE,
        Stroke(_arc((0.5, 0.5), (0.19, 0.42), 0, 360), FINE),
        Stroke(((0.10, 0.36), (0.90, 0.36)), FINE),
        Stroke(((0.10, 0.64), (0.90, 0.64)), FINE),
    ),
    "info": (_CIRCLE, Stroke(((0.5, 0.46), (0.5, 0.72))), Stroke(((0.5, 0.28), (0.5, 0.285)))),
    "speaker": (
        Area(_BOX),
        Stroke(_arc((0.48, 0.5), (0.18, 0.18), -48, 48), 0.10),
        Stroke(_arc((0.48, 0.5), (0.40, 0.40), -48, 48), 0.10),
    ),
    "stop": (Area(((0.18, 0.18), (0.82, 0.18), (0.82, 0.82), (0.18, 0.82)), 0.08),),
    "quieter": (Area(_BOX), _MINUS),
    "louder": (Area(_BOX), _MINUS, Stroke(((0.79, 0.35), (0.79, 0.65)))),
    "repeat": (
        Stroke(_arc((0.48, 0.52), (0.38, 0.38), -22, -310), 0.12),
        Area(((0.95, 0.27), (0.65, 0.33), (0.88, 0.56))),
    ),
}
"""Each by its name."""
