"""Something that a visitor should know before anything else, such as that nobody is there."""

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Words
from screenkit.sizes import Step


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
