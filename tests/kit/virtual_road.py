"""A printer, the road to it and the time, all virtual: hours of trouble pass in seconds."""

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from kiosk.printer.trouble import PrinterTrouble
from simulator.printer.condition import Paper
from simulator.printer.paper import Slip
from simulator.printer.printer import VirtualPrinter

SLICE_S = 0.01
KERNEL_BYTES = 4096
USUAL_BAUD = 115200


@dataclass
class VirtualRoad:
    """A serial line to a virtual printer, with faults that come at their time; `now` is the clock of all."""

    printer: VirtualPrinter
    slips: list[Slip] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now_s = 0.0
        self._agenda: list[tuple[float, int, str]] = []
        self._order = count()
        self._line = b""
        self._heard = b""
        self._credit = 0.0
        self._baud = USUAL_BAUD
        self._is_mute = self._is_away = self._is_broken = False

    def now(self) -> float:
        return self.now_s

    def plan(self, after_s: float, word: str) -> None:
        """Let a fault begin or end at its time; the words are those of the virtual printer's control."""
        heappush(self._agenda, (self.now_s + after_s, next(self._order), word))

    def pass_time(self, seconds: float) -> None:
        until = self.now_s + seconds
        while self.now_s < until:
            self.now_s = min(until, self.now_s + SLICE_S)
            self._turn(SLICE_S)

    def open(self) -> None:
        if self._is_away:
            raise PrinterTrouble("not-found")
        self._is_broken = False

    def close(self) -> None:
        self._line = b""

    def write(self, data: bytes, limit_s: float) -> int:
        self._refuse()
        until = self.now_s + limit_s
        while not (room := KERNEL_BYTES - len(self._line)) and self.now_s < until:
            self.pass_time(SLICE_S)
            self._refuse()
        self._line += data[:room]
        return min(room, len(data))

    def read(self, limit_s: float) -> bytes:
        self._refuse()
        until = self.now_s + limit_s
        while not self._heard and self.now_s < until:
            self.pass_time(min(SLICE_S, until - self.now_s))
            self._refuse()
        heard, self._heard = self._heard, b""
        return heard

    def unsent(self) -> int:
        return len(self._line)

    def _refuse(self) -> None:
        if self._is_broken:
            raise PrinterTrouble("gone")

    def _turn(self, seconds: float) -> None:
        while self._agenda and self._agenda[0][0] <= self.now_s:
            self._obey(heappop(self._agenda)[2])
        self._credit = min(self._baud / 10 * SLICE_S * 2, self._credit + seconds * self._baud / 10)
        moved = min(len(self._line), self.printer.room, int(self._credit))
        self._credit -= moved
        piece, self._line = self._line[:moved], self._line[moved:]
        if piece:
            self.printer.receive(piece, self.now_s)
        self.printer.run(self.now_s)
        answers = self.printer.take_answers()
        self._heard += b"" if self._is_mute or self._is_broken else answers
        self.slips += self.printer.take_slips()

    def _obey(self, word: str) -> None:
        kind, _, baud = word.partition(" ")
        match kind:
            case "ok":
                self._is_mute = self._is_away = False
                self._baud = USUAL_BAUD
                self.printer.change(self.now_s, paper=Paper.ENOUGH, is_cover_open=False)
            case "paper-out":
                self.printer.change(self.now_s, paper=Paper.OUT)
            case "cover-open":
                self.printer.change(self.now_s, is_cover_open=True)
            case "mute":
                self._is_mute = True
            case "slow":
                self._baud = int(baud)
            case "vanish":
                self.printer.power_off()
                self._line = self._heard = b""
                self._is_away = self._is_broken = True
            case _:
                raise ValueError(word)
