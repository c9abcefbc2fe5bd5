"""Something that a visitor should know before anything else, such as that nobody is there."""

from typing import Final

from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, set_in
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Words
from screenkit.sizes import Step

_HIGH: Final = 1_000_000


PAD: Final = 26
"""Above and below the words, in pixels of the 1080p grid."""


def height(paint: Paint, width: int, text: str) -> int:
    """As high as its words need."""
    block = set_in(paint, Box(0, 0, width - 2 * paint.scale.px(28), _HIGH), [Paragraph(text, "body", "strong", 1.2)])
    return block.height + 2 * paint.scale.px(PAD)


def draw(paint: Paint, box: Box, text: str, step: Step = "body") -> list[Drawn]:
    """A quiet area of its own."""
    tone = paint.palette.sun
    words = box.inset(paint.scale.px(28), paint.scale.px(8))
    return [
        Panel(box, tone, radius=paint.radius, border=paint.border),
        Words(
            words,
            text,
            language=paint.language,
            sizes_px=paint.sizes(step),
            colour=tone.text,
            weight="strong",
            leading=1.2,
            name="notice",
        ),
    ]
