"""The last press of the button, as the kiosk's status tells it: with an id, so that it counts once, and soon gone."""

import time
from collections.abc import Callable
from typing import Final

from wire.devices import PRESS, Fact

FRESH_S: Final = 10.0
"""What the hub has not heard by then is dropped: an old press may not act late."""


class Press:
    """One at a time; written by the button's thread, read by the link's."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._last: tuple[str, float] | None = None

    def press(self) -> None:
        """The button went down."""
        self._last = self._new_id(), time.monotonic()

    def facts(self) -> dict[str, Fact]:
        """What to tell of it."""
        last = self._last
        return {PRESS: last[0]} if last and time.monotonic() - last[1] < FRESH_S else {}
