"""The virtual printer as a whole: bytes in, answers and slips out, faults at will."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.printer.condition import Condition, Paper
from simulator.printer.effects import Advance, Answer, Confirm, Cut, Effect, TellPaper, Watch
from simulator.printer.mechanism import SPEED_MM_S, Mechanism
from simulator.printer.reading.lengths import CLEAR_BUFFERS
from simulator.printer.reading.receiver import BUFFER_BYTES, Receiver
from simulator.printer.typesetting.codepages import CODE_PAGES
from simulator.printer.typesetting.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.printer.head import Head
    from simulator.printer.paper import Slip

ENQUIRY = b"\x10\x04"
RECOVER_AND_CLEAR = b"\x10\x05\x02"
CLEARED = b"\x37\x25\x00"
MOST_ANSWER_BYTES = 4096
WATCHED_BITS = (0x02, 0x04, 0x08)
"""For the first three status bytes: the bit of `GS a` that watches it."""


class VirtualPrinter:
    """One printer; time is an argument, in seconds of any clock that does not jump."""

    def __init__(
        self,
        head: Head,
        *,
        buffer_bytes: int = BUFFER_BYTES,
        speed_mm_s: float = SPEED_MM_S,
        starts_in_two_bytes: bool = False,
        pages: Mapping[int, str] = CODE_PAGES,
    ) -> None:
        self._receiver = Receiver(buffer_bytes)
        self._typesetter = Typesetter(head, starts_in_two_bytes=starts_in_two_bytes, pages=pages)
        self._mechanism = Mechanism(head, speed_mm_s)
        self._answers = b""
        self._watched = 0
        self.condition = Condition()

    @property
    def room(self) -> int:
        """How many bytes the printer can take now; with 0 it makes the sender wait."""
        return self._receiver.room

    @property
    def wake_at(self) -> float | None:
        """When there is something to do again without new bytes."""
        if self.condition.is_offline:
            return None
        due = self._mechanism.due
        return self._mechanism.torn_at if due is None else due

    def receive(self, data: bytes, now: float) -> None:
        """Take bytes in, answering at once what is asked in real time."""
        self.run(now)
        self._mechanism.stir(now)
        for command in self._receiver.take(data):
            self._obey_at_once(command)
        self.run(now)

    def run(self, now: float) -> None:
        """Print as far as time, paper and cover allow."""
        while not self.condition.is_offline:
            self._mechanism.run(now)
            frame = None if self._mechanism.is_ahead else self._receiver.next()
            if frame is None:
                break
            for effect in self._typesetter.obey(frame):
                self._follow(effect, now)
        torn_at = self._mechanism.torn_at
        if torn_at is not None and torn_at <= now and not self.condition.is_offline:
            self._mechanism.tear()
        self._say(*self._mechanism.take_answers())

    def take_answers(self) -> bytes:
        """What the printer has said since the last time."""
        answers, self._answers = self._answers, b""
        return answers

    def take_slips(self) -> list[Slip]:
        """The pieces of paper that came off since the last time."""
        return self._mechanism.take_slips()

    def change(self, now: float, *, paper: Paper | None = None, is_cover_open: bool | None = None) -> None:
        """Let paper or cover change; after the end of the paper a new roll begins."""
        before = self.condition
        self.run(now)
        self.condition = replace(
            before,
            paper=before.paper if paper is None else paper,
            is_cover_open=before.is_cover_open if is_cover_open is None else is_cover_open,
        )
        if before.paper is Paper.OUT and self.condition.paper is not Paper.OUT:
            self._mechanism.tear()
        self._tell_change(before)
        if before.is_offline:
            self._mechanism.resume(now)
        self.run(now)

    def power_off(self) -> None:
        """Lose all that is not on paper, and all settings."""
        self._clear()
        self._typesetter.reset()
        self._watched = 0
        self._answers = b""

    def _clear(self) -> None:
        self._receiver.clear()
        self._typesetter.forget()
        self._mechanism.clear()

    def _obey_at_once(self, command: bytes) -> None:
        if command.startswith(ENQUIRY):
            self._say(self.condition.real_time(command[-1]))
        elif command in {RECOVER_AND_CLEAR, CLEAR_BUFFERS}:
            self._clear()
            self._say(CLEARED if command == CLEAR_BUFFERS else b"")

    def _follow(self, effect: Effect, now: float) -> None:
        match effect:
            case Advance() | Cut() | Confirm():
                self._mechanism.enqueue(effect, now)
            case Answer(answer):
                self._say(answer)
            case TellPaper():
                self._say(self.condition.paper_answer())
            case Watch(bits):
                self._watched = bits
                self._say(self.condition.automatic() if bits else b"")

    def _tell_change(self, before: Condition) -> None:
        old, new = before.automatic(), self.condition.automatic()
        changes = zip(WATCHED_BITS, old, new, strict=False)
        if any(self._watched & bit and was != now_is for bit, was, now_is in changes):
            self._say(new)

    def _say(self, *answers: bytes) -> None:
        for answer in answers:
            if len(self._answers) + len(answer) <= MOST_ANSWER_BYTES:
                self._answers += answer
