"""Joins a printer to its port, its tray and its faults, and keeps it running."""

from __future__ import annotations

import logging
import select
import time
from typing import TYPE_CHECKING, BinaryIO

from simulator.printer.condition import Paper
from simulator.printer.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.printer.control import ControlFifo
    from simulator.printer.port import Port
    from simulator.printer.printer import VirtualPrinter
    from simulator.printer.tray import Tray

log = logging.getLogger(__name__)

LONGEST_WAIT_S = 0.1
SLOWEST_BAUD, FASTEST_BAUD = 300, 4_000_000


class Bench:
    """One printer at work; `turn` does what there is to do and waits at most a tenth of a second."""

    def __init__(self, printer: VirtualPrinter, port: Port, tray: Tray, dump: BinaryIO | None) -> None:
        self._printer = printer
        self._port = port
        self._tray = tray
        self._dump = dump
        self._pace = Pace()
        self._is_mute = False
        self._is_away = False
        self._words: dict[str, Callable[[float], None]] = {
            "ok": self._recover,
            "paper-low": lambda now: printer.change(now, paper=Paper.LOW),
            "paper-out": lambda now: printer.change(now, paper=Paper.OUT),
            "cover-open": lambda now: printer.change(now, is_cover_open=True),
            "mute": self._fall_silent,
            "vanish": self._vanish,
        }

    def turn(self, control: ControlFifo | None) -> None:
        """Wait for bytes, words or time, and act on them."""
        sources = self._port.sources(has_room=bool(self._readable(time.monotonic())))
        extra = [control.fileno()] if control else []
        ready, _, _ = select.select([*sources, *extra], [], [], self._wait_s())
        now = time.monotonic()
        for line in control.lines() if control and control.fileno() in ready else ():
            self.obey(line, now)
        if any(source in ready for source in sources):
            self._take_in(now)
        self._printer.run(now)
        self._give_out()

    def obey(self, line: str, now: float) -> None:
        """Act on one word of the control FIFO; an unknown one is logged."""
        word, _, rest = line.partition(" ")
        if word == "slow" and rest.isascii() and rest.isdigit() and SLOWEST_BAUD <= int(rest) <= FASTEST_BAUD:
            self._pace.set(int(rest), now)
        elif line in self._words:
            self._words[line](now)
        else:
            log.warning("unknown control word %r; known: %s, slow BAUD", line, ", ".join(self._words))
        self._give_out()

    def _readable(self, now: float) -> int:
        return self._pace.allowed(self._printer.room, now)

    def _wait_s(self) -> float:
        now = time.monotonic()
        until = [LONGEST_WAIT_S]
        if self._printer.wake_at is not None:
            until.append(self._printer.wake_at - now)
        if self._printer.room and not self._readable(now):
            until.append(self._pace.wait_s())
        return max(0.0, min(until))

    def _take_in(self, now: float) -> None:
        data = self._port.read(self._readable(now))
        if not data:
            return
        self._pace.spend(len(data))
        if self._dump is not None:
            self._dump.write(data)
            self._dump.flush()
        self._printer.receive(data, now)

    def _give_out(self) -> None:
        for slip in self._printer.take_slips():
            try:
                log.info("a slip came out: %s", self._tray.lay(slip))
            except OSError as fault:
                log.error("a slip is lost: %s", fault)  # noqa: TRY400 - the line says enough; a traceback would hide it
        answers = self._printer.take_answers()
        if answers and not self._is_mute:
            self._port.write(answers)

    def _recover(self, now: float) -> None:
        self._is_mute = False
        self._pace.set(None, now)
        if self._is_away:
            self._come_back()
        self._printer.change(now, paper=Paper.ENOUGH, is_cover_open=False)

    def _come_back(self) -> None:
        try:
            self._port.open()
        except OSError as fault:
            log.warning("the printer cannot come back: %s", fault)
        else:
            self._is_away = False

    def _fall_silent(self, _: float) -> None:
        self._is_mute = True

    def _vanish(self, _: float) -> None:
        self._port.close()
        self._printer.power_off()
        self._is_away = True
