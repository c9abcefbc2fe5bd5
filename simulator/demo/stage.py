"""The demo's stage: the programs in the order in which they need each other, each waited for."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import click

from console import password
from runtime.settings.load import load
from simulator.demo import branch_file, broker, monitor, screen
from simulator.demo.branch_file import Place
from simulator.demo.info import BrokerInfo, Info
from simulator.demo.windows import Sight
from wire.topics import Topics

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.demo.branch_file import Mode
    from simulator.demo.processes import Programs
    from simulator.demo.screen import Screen

READY_WITHIN_S = 60.0
PAGE_WITHIN_S = 2.0
LIKE_A_BROWSER = {"Accept": "text/html"}


@dataclass
class Stage:
    """All that runs, and where."""

    programs: Programs
    place: Place
    screen: Screen
    is_own_screen: bool
    monitor: monitor.Monitor
    staff_password: str

    @property
    def console_url(self) -> str:
        """The staff's page."""
        return f"http://127.0.0.1:{self.place.console_port}/"

    @property
    def kiosk(self) -> Sight:
        """An eye on the kiosk's window."""
        return Sight(self.screen, self.place.kiosk)

    @property
    def display(self) -> Sight:
        """An eye on the waiting room's window."""
        return Sight(self.screen, self.place.display)

    @property
    def topics(self) -> Topics:
        """Where the branch's messages go."""
        return Topics(branch_file.BRANCH_ID)

    def status(self, device: str) -> dict[str, Any]:
        """The newest status of a device, as the broker has it."""
        return self.monitor.last(self.topics.status(device)) or {}

    def info(self) -> Info:
        """What a script wants to know."""
        return Info(
            console_url=self.console_url,
            staff_password=self.staff_password,
            broker=BrokerInfo("127.0.0.1", self.place.broker_port),
            branch=branch_file.BRANCH_ID,
            display=self.screen.display,
            paper=str(self.place.paper),
            control=str(self.place.printer_control),
            pids=self.programs.pids,
        )


def build(programs: Programs, folder: Path, mode: Mode, *, with_own_screen: bool) -> Stage:
    """Start everything; raises NotInstalledError, ProgramDiedError, NotReadyError and StoppedError."""
    is_own_screen = with_own_screen or not os.environ.get("DISPLAY")
    on = screen.own(programs) if is_own_screen else screen.users(os.environ["DISPLAY"])
    if is_own_screen:
        screen.silence(programs, folder)
    programs.set_environment(DISPLAY=on.display, STATE_DIRECTORY=str(folder))
    place = Place(folder, broker.free_port(), broker.free_port(), on.kiosk, on.waiting_room)
    stage = Stage(programs, place, on, is_own_screen, monitor.Monitor(programs.log("monitor")), token_hex(5))
    branch_file.write(place, mode)
    load(place.branch_file)
    password.write(place.staff_password_file, stage.staff_password)
    for name, start, is_ready in _parts(stage):
        raise_curtain(stage, name, start, is_ready)
    return stage


def raise_curtain(stage: Stage, name: str, start: Callable[[], None], is_ready: Callable[[], bool]) -> None:
    """Start one program and wait until it is ready, saying so."""
    began = time.monotonic()
    click.echo(f"  {name:<9}", nl=False)
    start()
    stage.programs.wait_for(name, is_ready, READY_WITHIN_S)
    click.echo(f"ready in {time.monotonic() - began:.1f} s")


def start_hub(stage: Stage) -> None:
    """Start the hub with the branch file as it is now."""
    _start(stage, "hub")


def is_hub_ready(stage: Stage) -> bool:
    """Whether the hub's newest status says that it is ready."""
    return stage.status(branch_file.HUB).get("state") == "ready"


def _parts(stage: Stage) -> list[tuple[str, Callable[[], None], Callable[[], bool]]]:
    programs, place = stage.programs, stage.place
    return [
        (
            "broker",
            lambda: programs.start("broker", broker.command(place.folder, place.broker_port)),
            lambda: broker.is_listening(place.broker_port),
        ),
        (
            "monitor",
            lambda: programs.start("monitor", monitor.command(place.broker_port)),
            lambda: programs.log("monitor").exists(),
        ),
        ("hub", lambda: start_hub(stage), lambda: is_hub_ready(stage)),
        ("printer", lambda: _start_printer(stage), lambda: place.printer.exists() and place.printer_control.exists()),
        ("kiosk", lambda: _start(stage, "kiosk", "--window", str(place.kiosk)), lambda: _is_kiosk_ready(stage)),
        ("display", lambda: _start(stage, "display", "--window", str(place.display)), lambda: _is_display_ready(stage)),
        ("console", lambda: _start(stage, "console"), lambda: _answers(stage.console_url)),
    ]


def _start(stage: Stage, program: str, *more: str) -> None:
    stage.programs.start(program, [*_BEURT, program, "--config", str(stage.place.branch_file), *more])


def _start_printer(stage: Stage) -> None:
    place = stage.place
    where = ["--serial", place.printer, "--paper", place.paper, "--dump", place.ticket_bytes]
    stage.programs.start("printer", [*_BEURT, "printer", *map(str, where), "--control", str(place.printer_control)])


def _is_kiosk_ready(stage: Stage) -> bool:
    status = stage.status(branch_file.KIOSK)
    is_ready = status.get("state") == "ready" and status["printer"]["state"] == "ready"
    return is_ready and _is_seen(stage, stage.kiosk)


def _is_display_ready(stage: Stage) -> bool:
    return stage.status(branch_file.DISPLAY).get("state") == "ready" and _is_seen(stage, stage.display)


def _is_seen(stage: Stage, sight: Sight) -> bool:
    # Somebody's own desktop may keep its windows to itself.
    return not stage.is_own_screen or sight.is_drawn()


def _answers(url: str) -> bool:
    try:
        with urlopen(Request(url, headers=LIKE_A_BROWSER), timeout=PAGE_WITHIN_S):  # noqa: S310 -- the console's own
            return True
    except (URLError, TimeoutError, ConnectionError):
        return False


_BEURT = (sys.executable, "-P", "-m", "beurt")
