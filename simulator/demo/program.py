"""`beurt demo`: everything on this one computer, until it is told to stop."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from runtime.process import Stop
from simulator.demo import info, stage
from simulator.demo.installed import NotInstalledError
from simulator.demo.processes import NotReadyError, ProgramDiedError, Programs, StoppedError
from simulator.demo.screen import NoScreenError

if TYPE_CHECKING:
    from simulator.demo.branch_file import Mode
    from simulator.demo.stage import Stage

FAILED = 1
LOOK_EVERY_S = 0.5


def run(mode: Mode, info_file: Path | None, tour_folder: Path | None) -> int:
    """Start everything and keep it up, or walk the tour; the exit code says whether all went well."""
    stop = Stop()
    with tempfile.TemporaryDirectory(prefix="beurt-demo-") as name:
        folder = Path(name)
        environment = os.environ | {"TMPDIR": name, "PYTHONUNBUFFERED": "1"}
        try:
            with Programs(folder, environment, stop.is_asked) as programs:
                if tour_folder is not None:
                    _check_tour()
                click.echo("Aan de beurt: everything on this computer")
                on = stage.build(programs, folder, mode, with_own_screen=tour_folder is not None)
                if tour_folder is not None:
                    return _tour(on, tour_folder)
                _stay(on, info_file)
        except StoppedError:
            return FAILED if tour_folder else 0
        except (NotInstalledError, NoScreenError, ProgramDiedError, NotReadyError) as failure:
            click.echo(f"\n{failure}", err=True)
            return FAILED
    return 0


def _stay(on: Stage, info_file: Path | None) -> None:
    on.programs.end("monitor")
    if info_file is not None:
        info.write(on.info(), info_file.absolute())
    click.echo(_where_to_look(on))
    try:
        while True:
            on.programs.check()
            time.sleep(LOOK_EVERY_S)
    finally:
        if info_file is not None:
            info_file.unlink(missing_ok=True)


def _tour(on: Stage, folder: Path) -> int:
    from simulator.tour.program import run as tour

    return tour(on, folder)


def _check_tour() -> None:
    from simulator.tour.staff import check_installed

    check_installed()


def _where_to_look(on: Stage) -> str:
    screen = f"in memory, X display {on.screen.display}" if on.is_own_screen else "on this screen"
    return f"""
All is ready.
  kiosk, waiting room  {screen}
  console              {on.console_url}  password {on.staff_password}
  paper                {on.place.paper}
  printer's faults     echo paper-out > {on.place.printer_control}   (ok: all is well again)
Ctrl-C ends it."""
