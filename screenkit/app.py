"""The base of the two programs with a screen: one window, one link, one way from other threads to the screen."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, Final

from kivy.app import App
from kivy.clock import Clock

from runtime.process import Systemd
from screenkit.compositor import Compositor
from wire.link import Link

_STOP_LOOK_S: Final = 0.25


class LinkedApp(App):
    """A program with a screen; give it as root what `build` returns. `stop_asked` ends it."""

    def __init__(self, link: Link, pixels: tuple[int, int], stop_asked: Event) -> None:
        super().__init__()
        self.link = link
        self.pixels = pixels
        self._stop_asked = stop_asked
        self._systemd = Systemd()
        self._compositor = Compositor.of_this_screen()

    def on_screen(self, do: Callable[..., object], *args: Any) -> None:
        """Call `do(*args)` on the screen's thread, soon; may be called from any thread."""
        Clock.schedule_once_free(partial(_call, do, args), 0)

    def on_start(self) -> None:
        """The window is there: listen."""
        Clock.schedule_interval(self._look, _STOP_LOOK_S)
        Clock.schedule_once(lambda _dt: self._systemd.ready(), 0)
        self.link.start()

    def on_stop(self) -> None:
        """The window goes: say so on the link."""
        self._compositor.close()
        self.link.stop()

    def open_settings(self, *_: Any) -> bool:
        """Nothing: visitors get no settings panel."""
        return False

    def _look(self, _dt: float) -> None:
        if self._compositor.is_answering():
            if self.link.is_sound:
                self._systemd.alive()
        elif self._compositor.hangs:
            self._systemd.hangs()
        if self._stop_asked.is_set():
            self.stop()


def _call(do: Callable[..., object], args: tuple[Any, ...], _dt: float) -> None:
    do(*args)
