"""How long to wait before trying the broker again."""

from random import SystemRandom
from typing import Final

FIRST_S: Final = 0.5
FACTOR: Final = 2.0
CEILING_S: Final = 15.0
JITTER: Final = 0.2
"""Each wait is up to this share longer or shorter, so that a room full of devices does not knock at once."""
STABLE_S: Final = 10.0
"""A connection that lasted this long was a good one: the next wait is the first again."""

# Not the module's own numbers: what tests draw with a seed would depend on when a link tries again.
_random: Final = SystemRandom()


class Backoff:
    """Waits that grow from the first to the ceiling while connections fail or do not last."""

    def __init__(self) -> None:
        self._failures = 0

    def next_s(self) -> float:
        """How long to wait now."""
        wait_s = min(CEILING_S, FIRST_S * FACTOR**self._failures)
        if wait_s < CEILING_S:
            self._failures += 1
        return wait_s * _random.uniform(1 - JITTER, 1 + JITTER)

    def note_lasted(self, lasted_s: float) -> None:
        """Starts afresh after a connection that was stable."""
        if lasted_s >= STABLE_S:
            self._failures = 0
