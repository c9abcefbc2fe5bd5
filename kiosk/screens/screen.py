"""The one widget of the kiosk's window: it draws a view anew when it is another one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.screens import choice, message, number, pad, service, welcome
from kiosk.screens.paint import Paint
from kiosk.view import ChoiceView, MessageView, NumberView, PadView, ServiceView, View, WelcomeView

Draw = Callable[[Paint, View], list[Widget]]

DRAWN_BY: Final = {
    WelcomeView: welcome.draw,
    ChoiceView: choice.draw,
    NumberView: number.draw,
    MessageView: message.draw,
    PadView: pad.draw,
    ServiceView: service.draw,
}


class ScreenWidget(Widget):
    """The whole window."""

    def __init__(self, paint: Paint) -> None:
        super().__init__(size=paint.scale.pixels)
        Window.clearcolor = paint.palette.paper
        self._paint = paint
        self.shown: View | None = None

    def show(self, view: View) -> None:
        """Draw the view, unless it is what is there already."""
        if view == self.shown:
            return
        self.shown = view
        self.clear_widgets()
        draw: Draw = DRAWN_BY[type(view)]  # type: ignore[assignment]
        for widget in draw(replace(self._paint, is_large=view.frame.is_large), view):
            self.add_widget(widget)
