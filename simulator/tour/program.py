"""`beurt demo --tour`: the walk, its transcript, and whether all was as it should be."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import click

from simulator.demo.processes import NotReadyError, ProgramDiedError
from simulator.tour import staff
from simulator.tour.sights import save
from simulator.tour.transcript import Transcript
from simulator.tour.visitor import WrongError
from simulator.tour.walk import Walk

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.demo.stage import Stage

FAILED = 1


def run(on: Stage, folder: Path) -> int:
    """Walk the tour and lay its pictures and transcript in the folder; 1 where a step failed."""
    folder.mkdir(parents=True, exist_ok=True)
    transcript = Transcript()
    click.echo("The tour")
    try:
        with staff.at_work() as member:
            Walk(on, folder, member, transcript).whole()
    except (NotReadyError, ProgramDiedError, WrongError, staff.BrowserError, subprocess.SubprocessError) as failure:
        click.echo(f"\nThe tour stopped: {failure}", err=True)
        _show_windows(on, folder)
        return FAILED
    finally:
        on.monitor.read()
        transcript.write(folder / "transcript.jsonl", on.monitor.heard)
    click.echo(f"{len(transcript.steps)} steps, all as they should be. Pictures and transcript: {folder}")
    return 0


def _show_windows(on: Stage, folder: Path) -> None:
    for name, sight in (("kiosk", on.kiosk), ("display", on.display)):
        save(sight.picture(), folder / f"failed-{name}.png")
