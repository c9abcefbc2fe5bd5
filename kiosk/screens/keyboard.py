"""The keys of the window: the keypad beside the screen, or any keyboard."""

from collections.abc import Callable, Sequence

from kivy.core.window import Window

from kiosk.events import HeadsetChanged, KeyPressed
from kiosk.keys import Keys
from runtime.languages import direction
from runtime.settings.values import KeypadLayout


class Keyboard:
    """Tells which key was pressed, by what it means in the language of the screen."""

    def __init__(
        self, layout: KeypadLayout, language: Callable[[], str], tell: Callable[[KeyPressed | HeadsetChanged], None]
    ) -> None:
        self._keys = Keys(layout)
        self._language = language
        self._tell = tell
        Window.bind(on_key_down=self._down, on_key_up=self._up, focus=lambda *_: self._keys.forget())

    def _down(self, _window: object, code: int, _scancode: int, _text: str | None, modifiers: Sequence[str]) -> bool:
        is_in = self._keys.headset(code)
        key = self._keys.pressed(code, modifiers, direction(self._language()))
        if is_in is not None:
            self._tell(HeadsetChanged(is_in))
        elif key:
            self._tell(KeyPressed(key))
        # Kivy would do something of its own with some keys.
        return True

    def _up(self, _window: object, code: int, *_: object) -> None:
        self._keys.released(code)
