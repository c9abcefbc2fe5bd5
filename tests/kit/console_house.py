"""A whole branch for the console's tests: real broker, real hub, real console."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from argon2 import PasswordHasher
from ports import free_port

from runtime.settings.load import load
from wire.answers import Answer, Ticket
from wire.commands import COMMANDS
from wire.devices import DeviceStatus
from wire.link import Link
from wire.message import Message
from wire.payload import Unreadable, read
from wire.state import Floor

ROOT = Path(__file__).parents[2]
PASSWORD = "welkom-hier"
PARTNER_PASSWORD = "welkom-taalhuis"
LIGHT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""A real one takes a quarter of a second each time that somebody signs in."""

START_S = 40
START = """
import sys
from importlib import import_module
from pathlib import Path
from runtime.settings.load import load
sys.exit(import_module(sys.argv[1] + ".program").run(load(Path(sys.argv[2]))))
"""
BRANCH = """
[branch]
id = "{branch}"
name = "Bibliotheek Proef"
mode = "{mode}"
languages = ["nl", "en", "ar"]
[[lines]]
id = "ido"
name = {{ nl = "Informatiepunt", en = "Information point" }}
[[lines]]
id = "taalhuis"
letter = "L"
name = {{ nl = "Taalhuis", en = "Language desk" }}
[[desks]]
id = "1"
name = {{ nl = "Balie 1" }}
lines = ["ido"]
[[desks]]
id = "2"
name = {{ nl = "Balie 2" }}
lines = ["ido", "taalhuis"]
[[desks]]
id = "3"
name = {{ nl = "Balie 3" }}
lines = ["ido", "taalhuis"]
[[organisations]]
id = "uwv"
name = "UWV"
[[organisations]]
id = "gemeente"
name = "Gemeente"
[[partners]]
id = "taalhuis"
name = "Taalhuis"
place = "Oefenplein, tafel 3"
hours = "di 13-16 uur"
[[notices]]
id = "break"
names = {{ nl = "We zijn er om 13 uur weer.", en = "We are back at 13:00." }}
[broker]
host = "{host}"
port = {broker_port}
[hub]
device = "hub-{branch}"
database = "sqlite:///{folder}/hub.db"
[console]
device = "console-{branch}"
listen = "127.0.0.1:{port}"
staff_password_file = "{folder}/staff.argon2"
{console_more}
[console.partners.taalhuis]
lines = ["taalhuis"]
password_file = "{folder}/taalhuis.argon2"
[[kiosks]]
device = "kiosk-{branch}"
"""


@dataclass
class House:
    """One branch with its hub and its console, as processes of their own."""

    broker: Any
    folder: Path
    mode: str = "topics"
    console_more: str = ""
    branch: str = field(default_factory=lambda: f"proef-{uuid4().hex[:8]}")
    port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for account, password in {"staff": PASSWORD, "taalhuis": PARTNER_PASSWORD}.items():
            (self.folder / f"{account}.argon2").write_text(LIGHT.hash(password))
        self.file = self.folder / "branch.toml"
        self.file.write_text(
            BRANCH.format(
                branch=self.branch,
                mode=self.mode,
                host=self.broker.host,
                broker_port=self.broker.port,
                folder=self.folder,
                port=self.port,
                console_more=self.console_more,
            )
        )
        # One broker serves all branches of the run, and knows a device by its name alone.
        self.device = f"kiosk-{self.branch}"
        status = DeviceStatus(device=self.device, kind="kiosk", state="ready", at=AT, since=AT, version="test")
        settings = load(self.file)
        self.kiosk = Link(settings.broker, self.device, self.branch, status=lambda: status, offline=status)
        self.heard_day: str | None = None
        self.floor = b""
        self.kiosk.subscribe(self.kiosk.topics.state("floor"), self._hear_floor)

    @property
    def url(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What the console logged."""
        return (self.folder / "console.log").read_text()

    def start(self, *programs: str) -> None:
        """Start programs, and wait until the pages are there."""
        for program in programs:
            self.start_only(program)
        if "console" in programs:
            self._wait_for_pages()

    def start_only(self, program: str) -> None:
        """Start a program, and wait for nothing."""
        with (self.folder / f"{program}.log").open("ab") as out:
            command = [sys.executable, "-c", START, program, str(self.file)]
            self.processes[program] = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)

    def begin(self) -> None:
        """Start it all."""
        self.kiosk.start()
        self.start("hub", "console")
        assert self.kiosk.wait_connected(START_S)
        self.clear()

    def end(self, program: str, signum: int = signal.SIGTERM) -> int:
        """End one program; its exit code."""
        process = self.processes.pop(program)
        process.send_signal(signum)
        return process.wait(START_S)

    def exit_code(self) -> int:
        """Start the console where it cannot start; its exit code."""
        self.start_only("console")
        return self.processes.pop("console").wait(START_S)

    def stop(self) -> None:
        """End it all."""
        self.kiosk.stop()
        for program in tuple(self.processes):
            self.end(program)

    def ask(self, name: str, **fields: Any) -> Answer:
        """Have a command carried out."""
        command = COMMANDS[name](request_id=str(uuid4()), **fields)
        until_s = time.monotonic() + START_S
        while time.monotonic() < until_s:
            answer = self.kiosk.ask_and_wait(command)
            if isinstance(answer, Answer):
                return answer
        raise AssertionError((name, answer))

    def take(self, **fields: Any) -> Ticket:
        """Take a ticket at the kiosk."""
        ticket = self.ask("take-ticket", device=self.device, **fields).ticket
        assert ticket is not None
        return ticket

    def clear(self) -> None:
        """An empty floor, all desks closed."""
        # A day that is closed and opened at once leaves the floor as it was, and nobody is told of it.
        self.ask("close-day")
        self._wait_for_floor(is_open=False)
        self.ask("open-day")
        self._wait_for_floor(is_open=True)

    def _wait_for_floor(self, *, is_open: bool) -> None:
        until_s = time.monotonic() + START_S
        while (self.heard_day is not None) != is_open:
            assert time.monotonic() < until_s, (self.heard_day, is_open)
            time.sleep(0.01)

    def _hear_floor(self, message: Message) -> None:
        # Tests publish nonsense there too.
        with suppress(Unreadable):
            self.heard_day = read(message.payload, Floor).day
            self.floor = message.payload

    def _wait_for_pages(self) -> None:
        until_s = time.monotonic() + START_S
        while time.monotonic() < until_s and self.processes["console"].poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(self.log)


AT = "2026-01-01T00:00:00.000Z"


@pytest.fixture(scope="session")
def make_house(broker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., House]]:
    """Makes branches; each is ended with the run."""
    made: list[House] = []

    def make(*, at: Any = None, **how: Any) -> House:
        made.append(House(at or broker, tmp_path_factory.mktemp("house"), **how))
        return made[-1]

    yield make
    for house in made:
        house.stop()


@pytest.fixture(scope="session")
def common_house(make_house: Callable[..., House]) -> House:
    house = make_house()
    house.begin()
    return house


@pytest.fixture
def house(common_house: House) -> House:
    """The branch that most tests share, with an empty floor."""
    common_house.clear()
    return common_house
