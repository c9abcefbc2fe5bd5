"""The virtual printer on a real line, and the worker that looks after it."""

import os
import tty
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from ports import free_port

from kiosk.printer.result import PrintResult
from kiosk.printer.worker import Data, PrinterWorker
from runtime.settings.model import Printer
from simulator.printer.bench import Bench
from simulator.printer.control import ControlFifo
from simulator.printer.head import head_for
from simulator.printer.network_port import NetworkPort
from simulator.printer.port import Port
from simulator.printer.printer import VirtualPrinter
from simulator.printer.serial_port import SerialPort
from simulator.printer.tray import Tray
from wire.devices import PrinterState

LIMIT_S = 30
SPEED_MM_S = 60
"""As a slow printer does; so that there is time to break a job."""


def wait_until(is_so: Callable[[], bool], limit_s: float = LIMIT_S) -> bool:
    """Whether it became so within the limit."""
    deadline = monotonic() + limit_s
    while not is_so():
        if monotonic() > deadline:
            return False
        sleep(0.005)
    return True


class VirtualPrinterAtWork:
    """A virtual printer that runs on a thread of its own and is told its faults by word."""

    def __init__(self, folder: Path, port: Port) -> None:
        self.folder = folder
        self.received = folder / "received"
        self._fifo = ControlFifo(folder / "control")
        self._dump = self.received.open("ab")
        self._bench = Bench(
            VirtualPrinter(head_for(576), speed_mm_s=SPEED_MM_S), port, Tray(folder / "paper"), self._dump
        )
        self._port = port
        self._ending = Event()
        self._thread = Thread(target=self._run)
        port.open()
        self._thread.start()

    def say(self, word: str) -> None:
        """Switch a fault on or off; it works at once."""
        with (self.folder / "control").open("w") as fifo:
            fifo.write(word + "\n")
        # The bench reads its words within one turn.
        sleep(0.05)

    @property
    def slips(self) -> list[Path]:
        """What came out, in order."""
        return sorted((self.folder / "paper").glob("0*.png"))

    def wait_for_slips(self, count: int) -> bool:
        """Whether so many come out, and no more yet."""
        return wait_until(lambda: len(self.slips) >= count) and len(self.slips) == count

    def close(self) -> None:
        """Switch it off."""
        self._ending.set()
        self._thread.join()
        self._port.close()
        self._fifo.close()
        self._dump.close()

    def _run(self) -> None:
        while not self._ending.is_set():
            self._bench.turn(self._fifo)


class DeafLine:
    """A pty on which nobody answers; what comes is read, or left to pile up."""

    def __init__(self, link: Path, *, is_read: bool) -> None:
        self.received = b""
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        link.symlink_to(os.ttyname(self._slave))
        self._is_read = is_read
        self._ending = Event()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def close(self) -> None:
        """Pull the plug."""
        self._ending.set()
        self._thread.join()
        os.close(self._master)
        os.close(self._slave)

    def _run(self) -> None:
        while not self._ending.wait(0.01):
            if self._is_read:
                try:
                    self.received += os.read(self._master, 4096)
                except BlockingIOError:
                    continue


@dataclass
class Watched:
    """A worker, and all that it told."""

    worker: PrinterWorker
    results: list[PrintResult] = field(default_factory=list)
    states: list[PrinterState] = field(default_factory=list)

    @property
    def state(self) -> str:
        """How the printer is, by the last word."""
        return self.states[-1].state if self.states else ""

    def wait_until(self, is_so: Callable[[], bool], limit_s: float = LIMIT_S) -> bool:
        """Whether it became so within the limit."""
        return wait_until(is_so, limit_s)

    def print(self, job_id: str, data: Data, limit_s: float = LIMIT_S) -> PrintResult:
        """Print a job and wait for what became of it."""
        self.worker.print(job_id, data)
        assert wait_until(lambda: any(result.job_id == job_id for result in self.results), limit_s)
        return next(result for result in self.results if result.job_id == job_id)


@pytest.fixture
def serial_printer(tmp_path: Path) -> Iterator[VirtualPrinterAtWork]:
    printer = VirtualPrinterAtWork(tmp_path, SerialPort(tmp_path / "line"))
    yield printer
    printer.close()


@pytest.fixture
def plug_in(tmp_path: Path) -> Iterator[Callable[[], VirtualPrinterAtWork]]:
    """Connects a printer that was not there before; call it."""
    made: list[VirtualPrinterAtWork] = []

    def make() -> VirtualPrinterAtWork:
        made.append(VirtualPrinterAtWork(tmp_path, SerialPort(tmp_path / "line")))
        return made[-1]

    yield make
    for printer in made:
        printer.close()


@pytest.fixture
def network_printer(tmp_path: Path) -> Iterator[tuple[VirtualPrinterAtWork, int]]:
    port = free_port()
    printer = VirtualPrinterAtWork(tmp_path, NetworkPort(port))
    yield printer, port
    printer.close()


@dataclass(frozen=True)
class Connected:
    """A virtual printer, and how the branch file would describe it."""

    machine: VirtualPrinterAtWork
    printer: Printer


@pytest.fixture(params=["serial", "network"])
def connected(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connected]:
    """A printer on a serial line, and one on the network."""
    port = free_port()
    road: Port = SerialPort(tmp_path / "line") if request.param == "serial" else NetworkPort(port)
    printer = Printer(
        kind=request.param,
        port=str(tmp_path / "line"),
        host=f"127.0.0.1:{port}",
        baud=115200,
        flow="rtscts",
        profile="TM-T20II",
    )
    machine = VirtualPrinterAtWork(tmp_path, road)
    yield Connected(machine, printer)
    machine.close()


@pytest.fixture
def deaf_line(tmp_path: Path) -> Iterator[Callable[..., DeafLine]]:
    """Makes a line at `tmp_path / "line"` on which nobody answers; call it."""
    made: list[DeafLine] = []

    def make(*, is_read: bool) -> DeafLine:
        made.append(DeafLine(tmp_path / "line", is_read=is_read))
        return made[-1]

    yield make
    for line in made:
        line.close()


@pytest.fixture
def watch() -> Iterator[Callable[..., Watched]]:
    """Starts a worker for a printer; call it."""
    started: list[Watched] = []

    def start(printer: Printer, roll_file: Path | None = None) -> Watched:
        results: list[PrintResult] = []
        states: list[PrinterState] = []
        watched = Watched(PrinterWorker(printer, results.append, states.append, roll_file=roll_file), results, states)
        started.append(watched)
        watched.worker.start()
        return watched

    yield start
    for watched in started:
        watched.worker.stop()
