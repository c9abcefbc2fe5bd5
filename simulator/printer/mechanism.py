"""Motor, head and cutter: does what was set, one motion after the other, in real time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from simulator.printer.effects import Advance, Confirm, Cut, Motion
from simulator.printer.paper import Roll, Slip

if TYPE_CHECKING:
    from simulator.printer.head import Head

SPEED_MM_S = 150.0
CUT_S = 0.3
AHEAD_S = 0.5
"""How much is set at most before it is printed: the print buffer."""
SILENCE_S = 5.0
"""After this, what hangs out of the printer is torn off."""


class Mechanism:
    """Holds the motions that are still to be made; time is an argument, in seconds."""

    def __init__(self, head: Head, speed_mm_s: float = SPEED_MM_S) -> None:
        self._head = head
        self._dots_per_s = speed_mm_s * head.dots_per_mm
        self._roll = Roll(head)
        self._queue: deque[Motion] = deque()
        self._free_at = 0.0
        self._stirred_at = 0.0
        self._slips: list[Slip] = []
        self._answers: list[bytes] = []

    @property
    def is_ahead(self) -> bool:
        """Is enough set already?"""
        return sum(self._seconds(motion) for motion in self._queue) > AHEAD_S

    @property
    def due(self) -> float | None:
        """When the motion that is being made will be done."""
        return self._free_at + self._seconds(self._queue[0]) if self._queue else None

    @property
    def torn_at(self) -> float | None:
        """When a person will tear the paper off, if all stays silent."""
        if self._queue or not self._roll.has_ink:
            return None
        return max(self._free_at, self._stirred_at) + SILENCE_S

    def enqueue(self, motion: Motion, now: float) -> None:
        """Make this motion after all others; of several questions only the last is answered."""
        if not self._queue:
            self._free_at = max(self._free_at, now)
        if isinstance(motion, Confirm):
            self._queue = deque(other for other in self._queue if not isinstance(other, Confirm))
        self._queue.append(motion)

    def run(self, now: float) -> None:
        """Make all motions that are due."""
        while self.due is not None and self.due <= now:
            self._free_at = self.due
            self._make(self._queue.popleft())

    def stir(self, now: float) -> None:
        """Something was heard: the silence begins anew."""
        self._stirred_at = now

    def resume(self, now: float) -> None:
        """Begin the motion anew that was held up."""
        self._free_at = max(self._free_at, now)

    def clear(self) -> None:
        """Drop what is not printed yet."""
        self._queue.clear()

    def tear(self) -> None:
        """Tear off what hangs out, if anything is on it."""
        self._keep(self._roll.tear())

    def take_slips(self) -> list[Slip]:
        """The pieces of paper that came off since the last time."""
        slips, self._slips = self._slips, []
        return slips

    def take_answers(self) -> list[bytes]:
        """What was confirmed since the last time."""
        answers, self._answers = self._answers, []
        return answers

    def _seconds(self, motion: Motion) -> float:
        if isinstance(motion, Advance):
            return motion.dots / self._dots_per_s
        return CUT_S if isinstance(motion, Cut) else 0.0

    def _make(self, motion: Motion) -> None:
        match motion:
            case Advance(dots, ink):
                self._roll.advance(dots, ink)
                if self._roll.is_too_long:
                    self.tear()
            case Cut():
                self._keep(self._roll.cut())
            case Confirm(answer):
                self._answers.append(answer)

    def _keep(self, slip: Slip | None) -> None:
        if slip is not None:
            self._slips.append(slip)
