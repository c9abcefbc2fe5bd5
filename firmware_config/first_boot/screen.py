"""What stands on the screen while a box is made ready, for who unpacks it: in Dutch, on the kernel's text screen."""

import sys
import textwrap
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO

TTY: Final = Path("/dev/tty1")
WIDTH: Final = 72
WAITING: Final = "Even geduld, {what} wordt klaargezet ({step} van {steps})"
FAILED: Final = "Dat lukte nog niet. Stap {step} van {steps}: {name}"
AGAIN: Final = "Het gaat over een halve minuut vanzelf verder. Blijft dit staan? Maak een foto en bel IT."
KEEP_ON: Final = "Laat de stroom aan."

_CLEAR: Final = "\x1b[2J\x1b[H\x1b[?25l"


@dataclass
class Screen:
    """A text screen, and the same in the log: that of the system and a file on the card."""

    what: str = "de zuil"
    tty: Path | None = TTY
    log: Path | None = None
    out: TextIO = field(default_factory=lambda: sys.stdout)

    def step(self, number: int, steps: int, name: str) -> None:
        """Say which step this is."""
        title = WAITING.format(what=self.what, step=number, steps=steps)
        self._show(title, _bar(number - 1, steps), name, KEEP_ON)

    def failed(self, number: int, steps: int, name: str, why: str) -> None:
        """Say which step failed, why, and what happens next."""
        self._show(FAILED.format(step=number, steps=steps, name=name), why, AGAIN)

    def ready(self, steps: int) -> None:
        """Say that all is there."""
        self._show(f"Klaar: {self.what} start nu opnieuw.", _bar(steps, steps))

    def _show(self, *paragraphs: str) -> None:
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        line = f"{stamp} {' | '.join(paragraphs)}\n"
        self.out.write(line)
        self.out.flush()
        if self.log:
            with self.log.open("a", encoding="utf-8") as log:
                log.write(line)
        if self.tty and self.tty.exists():
            rows = (textwrap.fill(each, WIDTH, initial_indent="    ", subsequent_indent="    ") for each in paragraphs)
            with self.tty.open("w", encoding="utf-8") as tty:
                tty.write(_CLEAR + "\n\n\n" + "\n\n".join(rows) + "\n")


def _bar(done: int, steps: int) -> str:
    return "#" * (done * 4) + "." * ((steps - done) * 4)
