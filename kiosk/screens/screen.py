"""The one widget of the kiosk's window: it draws a view anew when it is another one."""

from collections.abc import Callable
from typing import Any

from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.screens.drawing import brush_for, drawn
from kiosk.screens.explore import Explorer
from kiosk.screens.paint import Paint
from kiosk.view import Control, Place, View
from screenkit.drawn import Drawn, Words
from screenkit.widgets import widget_of


class ScreenWidget(Widget):
    """The whole window.

    While who is there explores, no button acts: what a finger comes upon is told, and touching twice chooses.
    """

    def __init__(
        self,
        paint: Paint,
        on_touch: Callable[[Control], None],
        on_explore: Callable[[Place], None] = lambda _place: None,
        on_choose: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(size=paint.scale.pixels)
        Window.clearcolor = paint.palette.paper
        self._paint = paint
        self._on_touch = on_touch
        self._explorer = Explorer(on_explore, on_choose)
        self._finger: object = None
        self.shown: View | None = None
        self.parts: list[Drawn] = []

    def show(self, view: View) -> None:
        """Draw the view, unless it is what is there already."""
        if view == self.shown:
            return
        self.shown = view
        self.parts = drawn(self._paint, view)
        Window.clearcolor = brush_for(self._paint, view).palette.paper
        self.clear_widgets()
        for part in self.parts:
            self.add_widget(widget_of(part, self._touched))

    @property
    def texts(self) -> tuple[str, ...]:
        """What can be read."""
        return tuple(part.text for part in self.parts if isinstance(part, Words) and part.text)

    def on_touch_down(self, touch: Any) -> bool:
        """A finger that explores, or a touch for what is under it."""
        if not (self.shown and self.shown.frame.is_exploring):
            return bool(super().on_touch_down(touch))
        if self._finger is None and not touch.is_mouse_scrolling:
            self._finger = touch.uid
            self._explorer.down(self.parts, *self._point(touch))
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """The finger that explores, or a touch that something took."""
        if touch.uid != self._finger:
            return bool(super().on_touch_move(touch))
        self._explorer.move(self.parts, *self._point(touch))
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Lifting the finger that explores does nothing, but after the second of two touches."""
        if touch.uid != self._finger:
            return bool(super().on_touch_up(touch))
        self._finger = None
        self._explorer.up()
        return True

    def _point(self, touch: Any) -> tuple[float, float]:
        return touch.x, self.height - touch.y

    def _touched(self, name: object) -> None:
        if isinstance(name, Control):
            self._on_touch(name)
