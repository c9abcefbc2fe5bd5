"""What screens are made of: panels, words, pictures and buttons, placed by boxes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Literal

from kivy.clock import Clock
from kivy.core.image import Image as CoreImage
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle, SmoothRoundedRectangle
from kivy.uix.widget import Widget

from screenkit.boxes import Box
from screenkit.palette import Colour, Tone
from screenkit.sizes import CAP_SHARE
from screenkit.type import Weight, ascent_px, line_texture, width_px
from screenkit.wrap import ASCENDER_SHARE, Fitted, fit

Across = Literal["left", "centre", "right"]
Down = Literal["top", "middle", "bottom"]

AFTERGLOW_S: Final = 0.12
"""How long a button looks pressed after the finger was lifted."""

_ACROSS: Final[dict[Across, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Placed(Widget):
    """A widget at a box; `box` counts from the top left, Kivy from the bottom left."""

    def __init__(self, box: Box, **kwargs: Any) -> None:
        self.box = box
        super().__init__(size_hint=(None, None), size=(box.width, box.height), pos=from_top(box), **kwargs)


class Panel(Placed):
    """A flat area with round corners and, where the tone has one, a border."""

    def __init__(self, box: Box, tone: Tone, radius: int = 0, border: int = 0, **kwargs: Any) -> None:
        super().__init__(box, **kwargs)
        with self.canvas.before:
            if border and tone.border != tone.fill:
                _rounded(box, tone.border, radius)
                self.fill = _rounded(box.inset(border), tone.fill, max(0, radius - border))
            else:
                self.fill = _rounded(box, tone.fill, radius)


class Words(Placed):
    """A text, wrapped, at the first of the sizes at which it fits its box."""

    def __init__(
        self,
        box: Box,
        text: str,
        *,
        sizes_px: tuple[int, ...],
        colour: Colour,
        weight: Weight = "regular",
        across: Across = "left",
        down: Down = "middle",
        leading: float = 1.3,
        **kwargs: Any,
    ) -> None:
        super().__init__(box, **kwargs)
        self.text = text
        self.fitted = fit(text, (box.width, box.height), sizes_px, lambda t, s: width_px(t, s, weight), leading)
        self.tint = Color(*colour)
        self.canvas.add(self.tint)
        self.ink = _draw_lines(self, self.fitted, weight, across, down)


class Picture(Placed):
    """A picture file in its box, in its own size; a tint colours a white one."""

    def __init__(
        self, box: Box, file: Path, tint: Colour = (1, 1, 1, 1), *, across: Across = "centre", **kwargs: Any
    ) -> None:
        super().__init__(box, **kwargs)
        texture = CoreImage(str(file)).texture
        x = box.x + round((box.width - texture.width) * _ACROSS[across])
        self.ink = Box(x, box.centred(*texture.size).y, *texture.size)
        with self.canvas:
            Color(*tint)
            Rectangle(texture=texture, size=texture.size, pos=from_top(self.ink))


class BigButton(Panel):
    """Something to touch: acts on lift, inside; sliding off takes the touch back. `name` tells it from others."""

    def __init__(
        self, box: Box, tone: Tone, on_lift: Callable[[], None], *, name: object = None, **kwargs: Any
    ) -> None:
        self.name = name
        self._on_lift = on_lift
        super().__init__(box, tone, **kwargs)
        with self.canvas.after:
            self._veil = Color(*tone.text[:3], 0)
            _rounded_shape(box, kwargs.get("radius", 0))

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
        if self.collide_point(*touch.pos):
            self._on_lift()
        return True

    def _show_pressed(self, *, is_pressed: bool) -> None:
        self._veil.a = 0.16 if is_pressed else 0


class FocusRing(Placed):
    """An ink ring inside a sun ring, around a box; each `thick` pixels."""

    def __init__(self, box: Box, ink: Colour, sun: Colour, radius: int, thick: int, **kwargs: Any) -> None:
        super().__init__(box, **kwargs)
        from kivy.graphics import SmoothLine

        with self.canvas:
            for colour, out in ((ink, thick / 2), (sun, 1.5 * thick)):
                Color(*colour)
                x, y = from_top(box)
                corners = (x - out, y - out, box.width + 2 * out, box.height + 2 * out, radius + out)
                SmoothLine(rounded_rectangle=corners, width=thick / 2)


def from_top(box: Box) -> tuple[int, int]:
    """The bottom left corner of the box as Kivy counts."""
    return (box.x, Window.height - box.bottom)


def _rounded(box: Box, colour: Colour, radius: int) -> Color:
    tint = Color(*colour)
    _rounded_shape(box, radius)
    return tint


def _rounded_shape(box: Box, radius: int) -> None:
    if radius:
        SmoothRoundedRectangle(pos=from_top(box), size=(box.width, box.height), radius=[radius], segments=24)
    else:
        Rectangle(pos=from_top(box), size=(box.width, box.height))


def _draw_lines(words: Placed, fitted: Fitted, weight: Weight, across: Across, down: Down) -> Box:
    """Draw the lines and say where their letters are."""
    box, size = words.box, fitted.size_px
    base = _first_base_line(box, fitted, down)
    top, widest, left = base - round(ASCENDER_SHARE * size), 0, box.right
    for line in filter(None, fitted.lines):
        texture = line_texture(line, size, weight)
        x = box.x + round((box.width - texture.width) * _ACROSS[across])
        y = base - round(ascent_px(size, weight))
        shown = Rectangle(texture=texture, size=texture.size, pos=from_top(Box(x, y, *texture.size)))
        words.canvas.add(shown)
        widest, left, base = max(widest, texture.width), min(left, x), base + fitted.pitch_px
    return Box(left, top, widest, fitted.height_px)


def _first_base_line(box: Box, fitted: Fitted, down: Down) -> int:
    size = fitted.size_px
    if down == "top":
        return box.y + round(ASCENDER_SHARE * size)
    if down == "bottom":
        return box.bottom - fitted.height_px + round(ASCENDER_SHARE * size)
    # Between the top of the first capitals and the last base line, where the eye puts the middle.
    block = (len(fitted.lines) - 1) * fitted.pitch_px + CAP_SHARE * size
    base = box.y + round((box.height - block) / 2 + CAP_SHARE * size)
    lowest = box.bottom - fitted.height_px + round(ASCENDER_SHARE * size)
    return max(min(base, lowest), box.y + round(ASCENDER_SHARE * size))
