"""The one widget of the kiosk's window: it draws a view anew when it is another one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.screens import choice, message, number, pad, service, welcome
from kiosk.screens.paint import Paint
from kiosk.view import ChoiceView, Control, MessageView, NumberView, PadView, ServiceView, View, WelcomeView
from runtime.languages import direction
from screenkit.drawn import Drawn
from screenkit.widgets import widget_of

Draw = Callable[[Paint, View], list[Drawn]]

DRAWN_BY: Final = {
    WelcomeView: welcome.draw,
    ChoiceView: choice.draw,
    NumberView: number.draw,
    MessageView: message.draw,
    PadView: pad.draw,
    ServiceView: service.draw,
}


def drawn(paint: Paint, view: View) -> list[Drawn]:
    """All that stands on the screen; mirrored where the language is read from right to left."""
    draw: Draw = DRAWN_BY[type(view)]  # type: ignore[assignment]
    parts = draw(replace(paint, is_large=view.frame.is_large, language=view.frame.code), view)
    if direction(view.frame.code) == "rtl":
        return [part.mirrored(paint.scale.pixels[0]) for part in parts]
    return parts


class ScreenWidget(Widget):
    """The whole window."""

    def __init__(self, paint: Paint, on_touch: Callable[[Control], None]) -> None:
        super().__init__(size=paint.scale.pixels)
        Window.clearcolor = paint.palette.paper
        self._paint = paint
        self._on_touch = on_touch
        self.shown: View | None = None

    def show(self, view: View) -> None:
        """Draw the view, unless it is what is there already."""
        if view == self.shown:
            return
        self.shown = view
        self.clear_widgets()
        for part in drawn(self._paint, view):
            self.add_widget(widget_of(part, self._touched))

    def _touched(self, name: object) -> None:
        if isinstance(name, Control):
            self._on_touch(name)
