"""When to tell it: as somebody begins to wait alone, again each minute, and not for ever; pure."""

from math import inf
from typing import Final

AGAIN_S: Final = 60.0
SOONEST_S: Final = 10.0
"""Where it ends and begins again all the time it is told no more often than this."""

TIMES_MOST: Final = 10


class Pace:
    """Told how things stand, it says whether to tell it now."""

    def __init__(self) -> None:
        self._told_s = -inf
        self._times = 0

    def is_due(self, *, is_alone: bool, now_s: float) -> bool:
        """Whether this is a moment to tell that somebody waits alone; the monotonic clock."""
        if not is_alone:
            self._times = 0
            return False
        waited_s = now_s - self._told_s
        if self._times >= TIMES_MOST or waited_s < (AGAIN_S if self._times else SOONEST_S):
            return False
        self._told_s = now_s
        self._times += 1
        return True
