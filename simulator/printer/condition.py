"""The printer's health, and the bytes in which it tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """How much paper the sensors see."""

    ENOUGH = "enough"
    LOW = "low"
    OUT = "out"


_FIXED = 0x12
_SENSORS = {Paper.ENOUGH: 0x00, Paper.LOW: 0x0C, Paper.OUT: 0x6C}
_PAPER_ANSWER = {Paper.ENOUGH: 0x00, Paper.LOW: 0x03, Paper.OUT: 0x0F}
OFFLINE, COVER_OPEN, PAPER_STOP = 0x08, 0x04, 0x20
AUTOMATIC_FIXED, AUTOMATIC_COVER = 0x10, 0x20


@dataclass(frozen=True, slots=True)
class Condition:
    """Paper and cover; either may take the printer offline."""

    paper: Paper = Paper.ENOUGH
    is_cover_open: bool = False

    @property
    def is_offline(self) -> bool:
        """Does the printer stand still?"""
        return self.is_cover_open or self.paper is Paper.OUT

    def real_time(self, number: int) -> bytes:
        """The answer to `DLE EOT number`, 1 to 4; nothing to others."""
        causes = COVER_OPEN * self.is_cover_open | PAPER_STOP * (self.paper is Paper.OUT)
        answers = {1: OFFLINE * self.is_offline, 2: causes, 3: 0, 4: _SENSORS[self.paper]}
        return bytes((_FIXED | answers[number],)) if number in answers else b""

    def automatic(self) -> bytes:
        """The four bytes of automatic status back."""
        first = AUTOMATIC_FIXED | OFFLINE * self.is_offline | AUTOMATIC_COVER * self.is_cover_open
        return bytes((first, 0, _PAPER_ANSWER[self.paper], 0))

    def paper_answer(self) -> bytes:
        """The byte that answers `GS r 1`."""
        return bytes((_PAPER_ANSWER[self.paper],))
