"""How long to wait for a job."""

from collections.abc import Callable
from typing import Final

from kiosk.printer.roads import BITS_A_BYTE

JOB_LIMIT_S: Final = 3.0
"""How long a job may take besides the time that its bytes need."""

MOVING_LIMIT_S: Final = 2.5
SLOWEST_BAUD: Final = 9600


class Patience:
    """As long as the bytes need and a little more; longer only while they move, on a line that is slower than told."""

    def __init__(self, data_bytes: int, seconds: float, now: Callable[[], float]) -> None:
        begun = now()
        self._now = now
        self._until = begun + seconds + JOB_LIMIT_S
        self._latest = max(self._until, begun + data_bytes * BITS_A_BYTE / SLOWEST_BAUD + JOB_LIMIT_S)

    @property
    def left_s(self) -> float:
        """How much longer; nothing or less once it is over."""
        return self._until - self._now()

    def note_progress(self) -> None:
        """The printer took some more."""
        self._until = max(self._until, min(self._latest, self._now() + MOVING_LIMIT_S))
