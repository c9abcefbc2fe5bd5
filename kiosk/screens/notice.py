"""Something that a visitor should know before anything else, such as that nobody is there."""

from kivy.uix.widget import Widget

from kiosk.screens.paint import Paint
from screenkit.boxes import Box
from screenkit.sizes import Step
from screenkit.widgets import Panel, Words


def draw(paint: Paint, box: Box, text: str, step: Step = "body") -> list[Widget]:
    """A quiet area of its own."""
    tone = paint.palette.sun
    words = box.inset(paint.scale.px(28), paint.scale.px(8))
    sizes = paint.sizes(step)
    return [
        Panel(box, tone, radius=paint.radius, border=paint.border),
        Words(words, text, sizes_px=sizes, colour=tone.text, weight="strong", leading=1.2),
    ]
