"""A title and sentences, one under the other, all at sizes at which everything fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kivy.uix.widget import Widget

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.palette import Colour
from screenkit.sizes import Step, font_size
from screenkit.type import Weight, width_px
from screenkit.widgets import Across, Down, Words
from screenkit.wrap import Fitted, fit

AIR: Final = 0.62
"""The space between two paragraphs, as a share of the font size."""

_UNBOUNDED: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text; its size goes down together with that of the others."""

    text: str
    step: Step = "body"
    weight: Weight = "regular"
    leading: float = 1.3


def write(
    paint: Paint,
    box: Box,
    paragraphs: Sequence[Paragraph],
    colour: Colour,
    *,
    across: Across = "left",
    down: Down = "middle",
) -> list[Widget]:
    """The paragraphs as words within the box."""
    fitted = _fitted(paint, box, paragraphs)
    air = [round(AIR * min(one.size_px, two.size_px)) for one, two in pairwise(fitted)]
    height = sum(each.height_px for each in fitted) + sum(air)
    y = box.y + round(max(0, box.height - height) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[down])
    widgets: list[Widget] = []
    for paragraph, each, below in zip(paragraphs, fitted, [*air, 0], strict=True):
        place = Box(box.x, y, box.width, each.height_px)
        widgets.append(_words(place, paragraph, each, colour, across))
        y += each.height_px + below
    return widgets


def _words(place: Box, paragraph: Paragraph, fitted: Fitted, colour: Colour, across: Across) -> Words:
    return Words(
        place,
        paragraph.text,
        sizes_px=(fitted.size_px,),
        colour=colour,
        weight=paragraph.weight,
        across=across,
        leading=paragraph.leading,
    )


def _fitted(paint: Paint, box: Box, paragraphs: Sequence[Paragraph]) -> list[Fitted]:
    # Each at its own size, all made smaller by the same share until they fit together.
    largest = paint.sizes("body")[0]
    for body in paint.sizes("body"):
        fitted = [_at(paint, box.width, paragraph, body / largest) for paragraph in paragraphs]
        air = sum(round(AIR * min(one.size_px, two.size_px)) for one, two in pairwise(fitted))
        if all(each.is_whole for each in fitted) and sum(each.height_px for each in fitted) + air <= box.height:
            break
    return fitted


def _at(paint: Paint, width: int, paragraph: Paragraph, share: float) -> Fitted:
    size = font_size(share * paint.sizes(paragraph.step)[0])
    return fit(
        paragraph.text,
        (width, _UNBOUNDED),
        (size,),
        lambda text, size_px: width_px(text, size_px, paragraph.weight),
        paragraph.leading,
    )
