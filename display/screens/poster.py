"""Draws a poster, and lights the card of the call that is being announced."""

from typing import Any, Final

from kivy.animation import Animation
from kivy.graphics import Color, Rectangle, SmoothRoundedRectangle
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from display.layout.poster import Card, Colour, Line, Poster
from screenkit import shaping
from screenkit.boxes import Box
from screenkit.palette import NORMAL
from screenkit.palette import Colour as Shade

SHADES: Final[dict[Colour, Shade]] = {
    "paper": NORMAL.paper,
    "ink": NORMAL.ink,
    "soft": NORMAL.soft,
    "line": NORMAL.line,
    "water": NORMAL.water.fill,
    "white": NORMAL.water.text,
    "sun": NORMAL.sun.fill,
}
FADE_S: Final = 0.6


class PosterWidget(Widget):
    """The whole window; nothing in it moves, a lit card only changes colour."""

    glow = NumericProperty(1.0)
    """How far the light has come: 0 when it begins to change, 1 when it has changed."""

    def __init__(self, pixels: tuple[int, int], radius_px: int, language: str) -> None:
        super().__init__(size=pixels, size_hint=(None, None))
        self._language = language
        self._radius_px = radius_px
        self._poster = Poster((), ())
        self._lit = self._was_lit = ""
        self.bind(glow=lambda *_: self._draw())

    def show(self, poster: Poster) -> None:
        """Draw another picture at once."""
        self._poster = poster
        self._draw()

    def light(self, call_id: str) -> None:
        """Let the card of that call light up and the one before go out; empty for none."""
        if call_id == self._lit:
            return
        self._was_lit, self._lit = self._lit, call_id
        Animation.cancel_all(self)
        self.glow = 0.0
        Animation(glow=1.0, duration=FADE_S).start(self)

    def _draw(self) -> None:
        self.canvas.clear()
        with self.canvas:
            for area in self._poster.areas:
                Color(*SHADES[area.colour])
                Rectangle(**self._place(area.box))
            for line in self._poster.lines:
                self._write(line, SHADES[line.colour])
            for card in self._poster.cards:
                self._draw_card(card)

    def _draw_card(self, card: Card) -> None:
        light = self._light_on(card)
        if light:
            Color(*_mixed(SHADES["water"], SHADES["sun"], light))
            SmoothRoundedRectangle(**self._place(card.box), radius=[self._radius_px])
        for line in card.lines:
            self._write(line, _mixed(SHADES[line.colour], SHADES["ink"], light))

    def _light_on(self, card: Card) -> float:
        if card.call_id == self._lit:
            return float(self.glow)
        return 1 - float(self.glow) if card.call_id == self._was_lit else 0.0

    def _write(self, line: Line, shade: Shade) -> None:
        if not line.text:
            return
        letters = (line.text, line.size_px, line.weight, line.language or self._language)
        drawn = shaping.line(*letters)
        Color(*shade)
        # Large letters have much white before them: without this they begin to the right of the small ones.
        box = Box(line.x - shaping.bearing_px(*letters), line.baseline - drawn.above_px, *drawn.texture.size)
        Rectangle(texture=drawn.texture, **self._place(box))

    def _place(self, box: Box) -> dict[str, Any]:
        return {"pos": (box.x, self.height - box.bottom), "size": (box.width, box.height)}


def _mixed(one: Shade, other: Shade, share: float) -> Shade:
    red, green, blue = (a + (b - a) * share for a, b in zip(one[:3], other[:3], strict=True))
    return red, green, blue, 1.0
