"""A printer on virtual time, and scripts of bytes for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PIL import Image

from simulator.printer.effects import Advance, Effect
from simulator.printer.head import head_for
from simulator.printer.paper import Slip
from simulator.printer.printer import VirtualPrinter
from simulator.printer.reading.framer import Framer
from simulator.printer.typesetting.typesetter import Typesetter

ENOUGH_TURNS = 20_000


@dataclass
class Rig:
    """Drives a virtual printer through virtual time: `send` bytes, `wait` seconds, look at what came out."""

    printer: VirtualPrinter
    now: float = 0.0
    slips: list[Slip] = field(default_factory=list)
    answers: bytes = b""

    def send(self, data: bytes) -> None:
        """Give all bytes, waiting while the printer has no room; an offline printer keeps the rest out."""
        for _ in range(ENOUGH_TURNS):
            piece, data = data[: self.printer.room], data[self.printer.room :]
            self.printer.receive(piece, self.now)
            self.collect()
            wake = self.printer.wake_at
            if not data or (wake is None and not self.printer.room):
                return
            if not self.printer.room and wake is not None:
                self.wait(max(0.0, wake - self.now))

    def wait(self, seconds: float) -> None:
        """Let time pass, step by step as the printer wakes."""
        until = self.now + seconds
        for _ in range(ENOUGH_TURNS):
            wake = self.printer.wake_at
            if wake is None or wake > until:
                break
            self.now = max(self.now, wake)
            self.printer.run(self.now)
            self.collect()
        self.now = max(self.now, until)
        self.printer.run(self.now)
        self.collect()

    def collect(self) -> None:
        """Take what came out."""
        self.answers += self.printer.take_answers()
        self.slips += self.printer.take_slips()

    def heard(self) -> bytes:
        """The answers since the last time."""
        answers, self.answers = self.answers, b""
        return answers


@pytest.fixture
def rig() -> Rig:
    return Rig(VirtualPrinter(head_for(576)))


@pytest.fixture
def make_rig() -> Callable[..., Rig]:
    def make(width_dots: int = 576, **options: bool | float) -> Rig:
        return Rig(VirtualPrinter(head_for(width_dots), **options))  # type: ignore[arg-type]

    return make


@pytest.fixture
def typeset() -> Callable[..., list[Effect]]:
    """Turns bytes into effects, without time."""

    def run(data: bytes, width_dots: int = 576, *, starts_in_two_bytes: bool = False) -> list[Effect]:
        typesetter = Typesetter(head_for(width_dots), starts_in_two_bytes=starts_in_two_bytes)
        return [effect for frame in Framer().feed(data) for effect in typesetter.obey(frame)]

    return run


@pytest.fixture
def ink_of(typeset: Callable[..., list[Effect]]) -> Callable[..., Image.Image]:
    """All that the bytes print, as one picture; feeds without ink are white."""

    def run(data: bytes, width_dots: int = 576, *, starts_in_two_bytes: bool = False) -> Image.Image:
        moves = [
            effect
            for effect in typeset(data, width_dots, starts_in_two_bytes=starts_in_two_bytes)
            if isinstance(effect, Advance)
        ]
        paper = Image.new("1", (width_dots, max(1, sum(move.dots for move in moves))))
        top = 0
        for move in moves:
            if move.ink is not None:
                paper.paste(1, (0, top), move.ink)
            top += move.dots
        return paper

    return run
