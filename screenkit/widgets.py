"""What is drawn of it in a window: a widget for each part of a screen."""

from collections.abc import Callable
from typing import Any, Final

from kivy.clock import Clock
from kivy.core.image import Image as CoreImage
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle, SmoothLine, SmoothRoundedRectangle
from kivy.uix.widget import Widget

from screenkit import shaping
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Ring, Touch, Words
from screenkit.palette import Colour, Tone

SPENT: Final = "spent"
"""What a touch has in its `ud` when nothing may act on it any more."""

AFTERGLOW_S: Final = 0.12
"""How long a button looks pressed after the finger was lifted."""


def widget_of(drawn: Drawn, on_lift: Callable[[object], None]) -> Widget:
    """The widget that shows it; `on_lift` gets the name of what was touched."""
    match drawn:
        case Touch():
            return BigButton(drawn, on_lift)
        case Panel():
            return PanelWidget(drawn)
        case Words():
            return WordsWidget(drawn)
        case Picture():
            return PictureWidget(drawn)
        case Ring():
            return RingWidget(drawn)


class Placed(Widget):
    """A widget at a box; boxes count from the top left, Kivy from the bottom left."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        box = drawn.box
        super().__init__(size_hint=(None, None), size=(box.width, box.height), pos=from_top(box))


class PanelWidget(Placed):
    """A flat area."""

    def __init__(self, drawn: Panel | Touch) -> None:
        super().__init__(drawn)
        with self.canvas.before:
            _area(drawn.box, drawn.tone, drawn.radius, drawn.border)


class WordsWidget(Placed):
    """A text in lines."""

    def __init__(self, drawn: Words) -> None:
        super().__init__(drawn)
        size = drawn.fitted.size_px
        with self.canvas:
            Color(*drawn.colour)
            for line in drawn.lines:
                shown = shaping.line(line.text, size, drawn.weight, drawn.written_in, line.around)
                box = Box(line.x, line.base - shown.above_px, *shown.texture.size)
                Rectangle(texture=shown.texture, size=shown.texture.size, pos=from_top(box))


class PictureWidget(Placed):
    """A picture in its own size."""

    def __init__(self, drawn: Picture) -> None:
        super().__init__(drawn)
        with self.canvas:
            Color(*drawn.tint)
            Rectangle(texture=CoreImage(str(drawn.file)).texture, size=_size(drawn.ink), pos=from_top(drawn.ink))


class BigButton(PanelWidget):
    """Something to touch: acts on lift, inside; sliding off takes the touch back."""

    def __init__(self, drawn: Touch, on_lift: Callable[[object], None]) -> None:
        super().__init__(drawn)
        self._name = drawn.name
        self._on_lift = on_lift
        with self.canvas.after:
            self._veil = Color(*drawn.tone.text[:3], 0)
            _rounded_shape(drawn.box, drawn.radius)

    def on_touch_down(self, touch: Any) -> bool:
        """Take a touch inside."""
        if not self.collide_point(*touch.pos) or touch.is_mouse_scrolling:
            return False
        touch.grab(self)
        self._show_pressed(is_pressed=True)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Show whether lifting here would count."""
        if touch.grab_current is not self:
            return False
        self._show_pressed(is_pressed=self.collide_point(*touch.pos))
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Act when the finger is lifted inside."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        # Drawing takes longer than most answers; what the touch leads to comes first.
        Clock.schedule_once(lambda _dt: self._show_pressed(is_pressed=False), AFTERGLOW_S)
        if self.collide_point(*touch.pos) and SPENT not in touch.ud:
            self._on_lift(self._name)
        return True

    def _show_pressed(self, *, is_pressed: bool) -> None:
        self._veil.a = 0.16 if is_pressed else 0


class RingWidget(Placed):
    """The focus."""

    def __init__(self, drawn: Ring) -> None:
        super().__init__(drawn)
        box, thick = drawn.box, drawn.thick
        with self.canvas:
            for colour, out in ((drawn.ink, thick / 2), (drawn.sun, 1.5 * thick)):
                Color(*colour)
                x, y = from_top(box)
                corners = (x - out, y - out, box.width + 2 * out, box.height + 2 * out, drawn.radius + out)
                SmoothLine(rounded_rectangle=corners, width=thick / 2)


def from_top(box: Box) -> tuple[int, int]:
    """The bottom left corner of the box as Kivy counts."""
    return (box.x, Window.height - box.bottom)


def _size(box: Box) -> tuple[int, int]:
    return (box.width, box.height)


def _area(box: Box, tone: Tone, radius: int, border: int) -> None:
    if border and tone.border != tone.fill:
        _rounded(box, tone.border, radius)
        _rounded(box.inset(border), tone.fill, max(0, radius - border))
    else:
        _rounded(box, tone.fill, radius)


def _rounded(box: Box, colour: Colour, radius: int) -> None:
    Color(*colour)
    _rounded_shape(box, radius)


def _rounded_shape(box: Box, radius: int) -> None:
    if radius:
        SmoothRoundedRectangle(pos=from_top(box), size=_size(box), radius=[radius], segments=24)
    else:
        Rectangle(pos=from_top(box), size=_size(box))
