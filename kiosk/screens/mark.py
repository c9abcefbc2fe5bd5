"""The ring around what has the focus, or is being read."""

from collections.abc import Sequence
from typing import Final

from kiosk.screens.paint import Paint
from kiosk.view import Place
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Ring, Touch, Words

AIR_PX: Final = 8
"""Between words and their ring, in pixels of the 1080p grid, where there is room."""


MIN_THICK_PX: Final = 2


def ring(paint: Paint, parts: Sequence[Drawn], mark: Place | None) -> list[Drawn]:
    """Around what has that name, if that is on the screen; over nothing else and never outside the window."""
    marked = [part for part in parts if isinstance(part, Touch | Words | Picture) and part.name == mark]
    if mark is None or not marked:
        return []
    button = next((part for part in marked if isinstance(part, Touch)), None)
    inside = button.box if button else _around([_ink(part) for part in marked])
    others = [_ink(part) for part in parts if part not in marked and not isinstance(part, Panel | Ring)]
    others = [box for box in others if not inside.holds(box)]
    thick = paint.ring_room // 2
    wanted = 2 * thick + (0 if button else paint.scale.px(AIR_PX))
    outer = _outer(inside, others, paint.scale.pixels, wanted)
    # Rather a thinner ring than one over the words that it marks.
    while button is None and thick > MIN_THICK_PX and not outer.inset(2 * thick).holds(inside):
        thick -= 1
    ink, sun = paint.palette.ring
    return [Ring(outer.inset(2 * thick), ink, sun, button.radius if button else paint.radius // 2, thick)]


def _outer(inside: Box, others: Sequence[Box], pixels: tuple[int, int], wanted: int) -> Box:
    """As far out as wanted on each side, but for what is in the way there."""
    window, outer = Box(0, 0, *pixels), inside
    near = [other for other in others if inside.inset(-wanted).overlaps(other)]
    for _ in range(wanted):
        for dx, dy, wider, higher in ((-1, 0, 1, 0), (0, -1, 0, 1), (0, 0, 1, 0), (0, 0, 0, 1)):
            larger = Box(outer.x + dx, outer.y + dy, outer.width + wider, outer.height + higher)
            if window.holds(larger) and not any(larger.overlaps(other) for other in near):
                outer = larger
    return outer


def _ink(part: Drawn) -> Box:
    return part.ink if isinstance(part, Words | Picture) else part.box


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
