"""The base of the two programs with a screen: one window, one link, one way from other threads to the screen."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, Final

from kivy.app import App
from kivy.clock import Clock

from wire.link import Link

_STOP_LOOK_S: Final = 0.25


class LinkedApp(App):
    """A program with a screen; give it as root what `build` returns.

    `stop_asked` ends it; `on_frame` is called four times a second, for a watchdog.
    """

    def __init__(
        self, link: Link, pixels: tuple[int, int], stop_asked: Event, on_look: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__()
        self.link = link
        self.pixels = pixels
        self._stop_asked = stop_asked
        self._on_look = on_look

    def on_screen(self, do: Callable[..., object], *args: Any) -> None:
        """Call `do(*args)` on the screen's thread, soon; may be called from any thread."""
        Clock.schedule_once_free(partial(_call, do, args), 0)

    def on_start(self) -> None:
        """The window is there: listen."""
        Clock.schedule_interval(self._look, _STOP_LOOK_S)
        self.link.start()

    def on_stop(self) -> None:
        """The window goes: say so on the link."""
        self.link.stop()

    def open_settings(self, *_: Any) -> bool:
        """Nothing: visitors get no settings panel."""
        return False

    def _look(self, _dt: float) -> None:
        self._on_look()
        if self._stop_asked.is_set():
            self.stop()


def _call(do: Callable[..., object], args: tuple[Any, ...], _dt: float) -> None:
    do(*args)
