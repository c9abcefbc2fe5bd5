"""The ring around what has the focus, or is being read."""

from collections.abc import Sequence
from typing import Final

from kiosk.screens.paint import Paint
from kiosk.view import Place
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Ring, Touch, Words

AIR_PX: Final = 8
"""Between words and their ring, in pixels of the 1080p grid, where there is room."""


MIN_THICK_PX: Final = 3


def ring(paint: Paint, parts: Sequence[Drawn], mark: Place | None) -> list[Drawn]:
    """Around what has that name, if that is on the screen; over nothing else and never outside the window."""
    marked = [part for part in parts if isinstance(part, Touch | Words) and part.name == mark]
    if mark is None or not marked:
        return []
    button = next((part for part in marked if isinstance(part, Touch)), None)
    inside = button.box if button else _around([part.ink for part in marked if isinstance(part, Words)])
    thick = paint.ring_room // 2
    others = [_ink(part) for part in parts if part not in marked and not isinstance(part, Panel | Ring)]
    others = [box for box in others if not inside.holds(box)]
    wanted = 2 * thick + (0 if button else paint.scale.px(AIR_PX))
    free = _free(inside, others, paint.scale.pixels, wanted)
    ink, sun = paint.palette.ring
    if button is None and free < 2 * thick:
        # Rather a thinner ring than one over the words themselves, or over others.
        thick = max(MIN_THICK_PX, (free + paint.scale.px(AIR_PX)) // 2)
    return [Ring(inside.inset(2 * thick - free), ink, sun, button.radius if button else paint.radius // 2, thick)]


def _free(inside: Box, others: Sequence[Box], pixels: tuple[int, int], wanted: int) -> int:
    """How far it may reach out on all sides."""
    window = Box(0, 0, *pixels)
    for out in range(wanted, 0, -1):
        outer = inside.inset(-out)
        if window.holds(outer) and not any(outer.overlaps(other) for other in others):
            return out
    return 0


def _ink(part: Drawn) -> Box:
    return part.ink if isinstance(part, Words | Picture) else part.box


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
