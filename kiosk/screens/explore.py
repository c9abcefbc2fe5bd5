"""Finding things with a finger: going over the glass tells what is under it, touching twice chooses."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from kiosk.view import Place
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Touch, Words

TWICE_S: Final = 0.5
"""Two touches within so many seconds are one choice."""


class Explorer:
    """One finger on one screen; points count from the top left."""

    def __init__(
        self, tell: Callable[[Place], None], choose: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tell = tell
        self._choose = choose
        self._clock = clock
        self._over: Place | None = None
        self._lifted_s: float | None = None
        self._is_second = False

    def down(self, parts: Sequence[Drawn], x: float, y: float) -> None:
        """A finger came down."""
        self._is_second = self._lifted_s is not None and self._clock() - self._lifted_s <= TWICE_S
        self._over = None
        if not self._is_second:
            self.move(parts, x, y)

    def move(self, parts: Sequence[Drawn], x: float, y: float) -> None:
        """It went on; what it comes upon is told once, until it comes upon something else."""
        found = place_at(parts, x, y)
        if self._is_second or found is None or found == self._over:
            return
        self._over = found
        self._tell(found)

    def up(self) -> None:
        """It was lifted: after the second of two touches that chooses."""
        if self._is_second:
            self._is_second, self._lifted_s = False, None
            self._choose()
        else:
            self._lifted_s = self._clock()


def place_at(parts: Sequence[Drawn], x: float, y: float) -> Place | None:
    """The name of what is there: of a control before that of words."""
    named = [part for part in parts if isinstance(part, Touch | Words) and part.name is not None]
    here = [part for part in named if _holds(part.box, x, y)]
    found = next((part for part in here if isinstance(part, Touch)), here[0] if here else None)
    return found.name if found else None  # type: ignore[return-value]


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x < box.right and box.y <= y < box.bottom
