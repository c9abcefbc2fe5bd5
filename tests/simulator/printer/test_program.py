from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import serial
from PIL import Image
from ports import free_port

LIMIT_S = 30
START = """
import json, sys
from pathlib import Path
from simulator.printer.program import run
options = json.loads(sys.argv[1])
paths = {name: Path(options[name]) if options.get(name) else None for name in ("serial", "paper", "dump", "control")}
sys.exit(run(**paths, tcp=options.get("tcp"), width_dots=options.get("width_dots", 576)))
"""
TICKET = b"\x1b@\x1b!\x3027\n\n\x1dVB\x00"
ASK = b"\x1d(H\x06\x000027  "
PRINTED = b"\x37\x2227  \x00"
WATCH = b"\x1da\xff"
HEALTHY, NO_PAPER = bytes.fromhex("10000000"), bytes.fromhex("18000f00")


def until(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_S
    while not is_true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


@dataclass
class Machine:
    """A printer program that runs, with its folder."""

    folder: Path
    process: subprocess.Popen[bytes]
    port: int

    def word(self, word: str) -> None:
        """Write one word to the control FIFO."""
        (self.folder / "control").write_text(word + "\n")

    @property
    def link(self) -> Path:
        """The serial line."""
        return self.folder / "tty"

    @property
    def slips(self) -> list[Path]:
        """What came out so far."""
        return sorted((self.folder / "paper").glob("*.png"))

    def end(self) -> int:
        """Ask it to stop; how it ended."""
        self.process.terminate()
        return self.process.wait(LIMIT_S)

    def open_serial(self) -> serial.Serial:
        """Open the line as a kiosk does."""
        return serial.Serial(str(self.link), 38400, timeout=LIMIT_S, write_timeout=LIMIT_S, rtscts=True)

    def connect(self) -> socket.socket:
        """Connect as a kiosk does."""
        return socket.create_connection(("127.0.0.1", self.port), LIMIT_S)


def start(folder: Path, **options: str | int) -> subprocess.Popen[bytes]:
    with (folder / "log").open("wb") as log:
        return subprocess.Popen([sys.executable, "-c", START, json.dumps(options)], stderr=log)


@pytest.fixture(params=["serial", "tcp"])
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Machine]:
    yield from running(tmp_path, request.param)


@pytest.fixture
def on_serial(tmp_path: Path) -> Iterator[Machine]:
    yield from running(tmp_path, "serial")


@pytest.fixture
def on_tcp(tmp_path: Path) -> Iterator[Machine]:
    yield from running(tmp_path, "tcp")


def running(folder: Path, road: str) -> Iterator[Machine]:
    port = free_port()
    where: dict[str, str | int] = {"tcp": port} if road == "tcp" else {"serial": str(folder / "tty")}
    places = {name: str(folder / name) for name in ("paper", "dump", "control")}
    process = start(folder, **where, **places)
    until(lambda: b"ready" in (folder / "log").read_bytes() or process.poll() is not None)
    machine = Machine(folder, process, port)
    yield machine
    if process.poll() is None:
        machine.end()


class Wire:
    """Either road, read and written alike."""

    def __init__(self, machine: Machine) -> None:
        self._line: serial.Serial | socket.socket = (
            machine.open_serial() if machine.link.exists() else machine.connect()
        )

    def send(self, data: bytes) -> None:
        """Send all."""
        if isinstance(self._line, serial.Serial):
            self._line.write(data)
        else:
            self._line.sendall(data)

    def hear(self, count: int) -> bytes:
        """Wait for so many bytes."""
        if isinstance(self._line, socket.socket):
            self._line.settimeout(LIMIT_S)
        else:
            self._line.timeout = LIMIT_S
        heard = b""
        while len(heard) < count:
            left = count - len(heard)
            piece = self._line.read(left) if isinstance(self._line, serial.Serial) else self._line.recv(left)
            if not piece:
                break
            heard += piece
        return heard

    def is_silent(self, seconds: float) -> bool:
        """Does nothing come for so long?"""
        if isinstance(self._line, serial.Serial):
            self._line.timeout = seconds
            return not self._line.read(1)
        self._line.settimeout(seconds)
        with contextlib.suppress(TimeoutError):
            return not self._line.recv(1)
        return True

    def close(self) -> None:
        """Hang up."""
        self._line.close()


@pytest.fixture
def wire(machine: Machine) -> Iterator[Wire]:
    line = Wire(machine)
    yield line
    line.close()


def test_a_ticket_is_printed_kept_and_confirmed(machine: Machine, wire: Wire) -> None:
    wire.send(TICKET + ASK)

    assert wire.hear(7) == PRINTED
    (slip,) = machine.slips
    with Image.open(slip) as picture:
        assert picture.getextrema()[0] < 64
    assert (machine.folder / "dump").read_bytes() == TICKET + ASK


def test_the_end_of_the_paper_holds_the_ticket_up_until_a_new_roll(machine: Machine, wire: Wire) -> None:
    wire.send(WATCH)
    assert wire.hear(4) == HEALTHY
    machine.word("paper-out")
    assert wire.hear(4) == NO_PAPER

    wire.send(TICKET + ASK + b"\x10\x04\x04")
    assert wire.hear(1) == b"\x7e"
    assert wire.is_silent(0.4)
    assert machine.slips == []

    machine.word("ok")
    assert wire.hear(11) == HEALTHY + PRINTED
    assert len(machine.slips) == 1


def test_words_change_what_the_printer_tells(machine: Machine, wire: Wire) -> None:
    wire.send(WATCH)
    wire.hear(4)
    for word, status in (("paper-low", "10000300"), ("cover-open", "38000300"), ("ok", "10000000")):
        machine.word(word)
        assert wire.hear(4) == bytes.fromhex(status)


def test_a_mute_printer_prints_and_says_nothing(machine: Machine, wire: Wire) -> None:
    machine.word("mute")
    until(lambda: not _answers(wire))
    wire.send(TICKET + ASK)

    until(lambda: len(machine.slips) == 1)
    assert wire.is_silent(0.3)


def _answers(wire: Wire) -> bool:
    wire.send(b"\x10\x04\x01")
    return not wire.is_silent(0.1)


def test_a_printer_that_vanished_comes_back(machine: Machine, wire: Wire) -> None:
    machine.word("vanish")
    until(lambda: _is_broken(wire))
    assert not machine.link.is_symlink()
    wire.close()

    machine.word("ok")
    until(lambda: machine.link.exists() or _is_listening(machine))
    again = Wire(machine)
    again.send(TICKET + ASK)

    assert again.hear(7) == PRINTED
    again.close()


def _is_broken(wire: Wire) -> bool:
    try:
        wire.send(TICKET)
    except (OSError, termios.error):
        return True
    return False


def _is_listening(machine: Machine) -> bool:
    with contextlib.suppress(OSError):
        machine.connect().close()
        return True
    return False


def test_a_slow_line_takes_as_long_as_its_baud(machine: Machine, wire: Wire) -> None:
    machine.word("slow 9600")
    wire.send(b"\x10\x04\x01")
    wire.hear(1)
    begin = time.monotonic()
    wire.send(bytes(480) + b"\x10\x04\x01")

    assert wire.hear(1) == b"\x12"
    assert 0.45 <= time.monotonic() - begin <= 8


def test_an_unknown_word_is_one_line_in_the_log(machine: Machine, wire: Wire) -> None:
    machine.word("explode")
    machine.word("slow as snow")
    wire.send(b"\x10\x04\x01")
    assert wire.hear(1) == b"\x12"

    until(lambda: (machine.folder / "log").read_text().count("unknown control word") == 2)


def test_a_client_may_come_and_go(on_serial: Machine) -> None:
    for _ in range(3):
        with on_serial.open_serial() as line:
            line.write(b"\x10\x04\x01")
            assert line.read(1) == b"\x12"


def test_writing_without_end_to_a_printer_without_paper_has_to_wait(on_serial: Machine) -> None:
    on_serial.word("paper-out")
    with on_serial.open_serial() as line:
        line.write_timeout = 0.5
        with pytest.raises(serial.SerialTimeoutException):
            line.write(b"x" * 50_000)


def test_a_second_client_is_connected_and_served_when_the_first_has_gone(on_tcp: Machine) -> None:
    first, second = on_tcp.connect(), on_tcp.connect()
    with second:
        with first:
            first.sendall(b"\x10\x04\x01")
            assert first.recv(1) == b"\x12"
            second.sendall(b"\x10\x04\x04")
            second.settimeout(0.4)
            with pytest.raises(TimeoutError):
                second.recv(1)
        second.settimeout(LIMIT_S)
        assert second.recv(1) == b"\x12"


def test_it_ends_cleanly_and_takes_its_link_and_fifo_away(machine: Machine, wire: Wire) -> None:
    wire.send(TICKET)

    assert machine.end() == 0
    assert not machine.link.is_symlink()
    assert not (machine.folder / "control").exists()


@pytest.mark.parametrize("in_the_way", ["tty", "control"])
def test_a_file_in_the_way_is_a_clear_error(tmp_path: Path, in_the_way: str) -> None:
    (tmp_path / in_the_way).write_text("precious")
    places = {name: str(tmp_path / name) for name in ("paper", "control")}

    process = start(tmp_path, serial=str(tmp_path / "tty"), **places)

    assert process.wait(LIMIT_S) == 2
    assert (tmp_path / in_the_way).read_text() == "precious"
    lines = (tmp_path / "log").read_text().splitlines()
    assert len(lines) == 1
    assert in_the_way in lines[0]


def test_a_port_that_is_taken_is_a_clear_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = start(tmp_path, tcp=taken.getsockname()[1], paper=str(tmp_path / "paper"))

        assert process.wait(LIMIT_S) == 2
    assert "in use" in (tmp_path / "log").read_text()


def test_the_link_of_a_printer_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "tty").symlink_to("/dev/pts/nowhere")
    process = start(tmp_path, serial=str(tmp_path / "tty"), paper=str(tmp_path / "paper"))

    until((tmp_path / "tty").exists)
    assert stat.S_ISCHR((tmp_path / "tty").stat().st_mode)
    process.terminate()
    assert process.wait(LIMIT_S) == 0


@pytest.fixture
def escpos_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "escpos"
    cache.mkdir()
    monkeypatch.setenv("ESCPOS_CAPABILITIES_PICKLE_DIR", str(cache))


@pytest.mark.usefixtures("escpos_cache")
def test_python_escpos_prints_and_asks_over_either_road(machine: Machine) -> None:
    from escpos.printer import Network, Serial

    known = (
        Serial(str(machine.link), 38400)
        if machine.link.exists()
        else Network("127.0.0.1", machine.port, timeout=LIMIT_S)
    )
    known.set(align="center", bold=True, double_width=True, double_height=True)
    known.text("Größe 27\n")
    known.qr("https://www.example.org/", size=5, native=True)
    known.image(Image.new("1", (64, 24)), impl="bitImageRaster")
    known.image(Image.new("1", (64, 24)), impl="graphics")
    known.image(Image.new("1", (64, 24)), impl="bitImageColumn")
    known.cut()

    until(lambda: len(machine.slips) == 1)
    assert known.is_online()
    assert known.paper_status() == 2
    machine.word("paper-out")
    until(lambda: known.paper_status() == 0)
    known.close()


def test_it_needs_a_road(tmp_path: Path) -> None:
    assert start(tmp_path, paper=str(tmp_path / "paper")).wait(LIMIT_S) == 2
    assert os.listdir(tmp_path) == ["log"]  # noqa: PTH208 -- only the names
