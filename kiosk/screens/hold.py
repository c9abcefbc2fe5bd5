"""A finger that rests on the glass: maybe its owner does not see what is under it."""

from collections.abc import Callable
from typing import Any, Final

from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.events import HeldLong
from kiosk.screens.corner import CORNER_MM
from screenkit.sizes import Scale
from screenkit.widgets import SPENT

HOLD_S: Final = 3.0
STILL_MM: Final = 10.0
"""A finger that moves less than that rests."""


class Hold:
    """Tells once when one finger rested long enough anywhere but on the corner for staff.

    The touch is spent then: what lies under it does not act when it is lifted.
    """

    def __init__(self, scale: Scale, tell: Callable[[HeldLong], None]) -> None:
        self._corner = scale.mm(CORNER_MM)
        self._still = scale.mm(STILL_MM)
        self._top = scale.pixels[1]
        self._tell = tell
        self._touch: Any = None
        self._wait = Clock.create_trigger(lambda _dt: self._rested(), HOLD_S)
        Window.bind(on_touch_down=self._down, on_touch_move=self._move, on_touch_up=self._up)

    def _down(self, _window: object, touch: Any) -> None:
        is_second = self._touch is not None
        self._end()
        if not (is_second or touch.is_mouse_scrolling or self._is_for_staff(touch)):
            self._touch = touch
            self._wait()

    def _move(self, _window: object, touch: Any) -> None:
        if touch is self._touch and max(abs(touch.x - touch.ox), abs(touch.y - touch.oy)) > self._still:
            self._end()

    def _up(self, _window: object, touch: Any) -> None:
        if touch is self._touch:
            self._end()

    def _rested(self) -> None:
        self._touch.ud[SPENT] = True
        self._touch = None
        self._tell(HeldLong())

    def _end(self) -> None:
        self._wait.cancel()
        self._touch = None

    def _is_for_staff(self, touch: Any) -> bool:
        return bool(touch.x < self._corner and self._top - touch.y < self._corner)
