"""The corner of the glass, top left, that opens the service menu for who holds it."""

from collections.abc import Callable
from typing import Any, Final

from kivy.core.window import Window

from kiosk.events import CornerTouched
from screenkit.sizes import Scale

CORNER_MM: Final = 20.0


class Corner:
    """Tells when one finger comes to rest on it, and when that leaves it or another comes down anywhere.

    Nothing is drawn, and whatever else is touched there is touched as well.
    """

    def __init__(self, scale: Scale, tell: Callable[[CornerTouched], None]) -> None:
        self._side = scale.mm(CORNER_MM)
        self._top = scale.pixels[1]
        self._tell = tell
        self._finger: object = None
        Window.bind(on_touch_down=self._down, on_touch_move=self._move, on_touch_up=self._up)

    def _down(self, _window: object, touch: Any) -> None:
        if self._finger is not None:
            self._end()
        elif self._is_inside(touch) and not touch.is_mouse_scrolling:
            self._finger = touch.uid
            self._tell(CornerTouched(is_held=True))

    def _move(self, _window: object, touch: Any) -> None:
        if touch.uid == self._finger and not self._is_inside(touch):
            self._end()

    def _up(self, _window: object, touch: Any) -> None:
        if touch.uid == self._finger:
            self._end()

    def _end(self) -> None:
        self._finger = None
        self._tell(CornerTouched(is_held=False))

    def _is_inside(self, touch: Any) -> bool:
        x, y = touch.pos
        return bool(x < self._side and self._top - y < self._side)
