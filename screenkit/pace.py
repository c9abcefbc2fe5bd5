"""How often the window looks for touches: often while somebody is there, now and then while nobody is."""

from typing import Final

from kivy.clock import Clock

LIVELY_HZ: Final = 60.0
RESTING_HZ: Final = 20.0
LIVELY_FOR_S: Final = 30.0


class Pace:
    """Starts lively. A finger rests on glass longer than one look at rest takes, so no touch is missed."""

    def __init__(self) -> None:
        self._rest = Clock.create_trigger(lambda _dt: _look(RESTING_HZ), LIVELY_FOR_S)
        self.wake()

    def wake(self) -> None:
        """Somebody is there."""
        _look(LIVELY_HZ)
        self._rest.cancel()
        self._rest()


def _look(hertz: float) -> None:
    # Kivy reads its own setting only once, when the clock is made.
    Clock._max_fps = hertz  # noqa: SLF001
