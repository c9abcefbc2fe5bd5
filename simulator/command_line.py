"""The commands of this room: the demo, the virtual printer, visitors, and paper without a visitor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runtime.options import config, device, settings_of

if TYPE_CHECKING:
    from simulator.demo.branch_file import Mode

WIDTHS = ("384", "512", "576", "640")

folder = click.Path(file_okay=False, path_type=Path)
existing = click.Path(exists=True, dir_okay=False, path_type=Path)
written = click.Path(dir_okay=False, path_type=Path)
pipe = click.Path(path_type=Path)
dump = click.option("--dump", type=written, help="Write the bytes there, and print nothing.")
png = click.option("--png", type=written, help="Write a picture of the paper there, and print nothing.")


@click.command()
@click.option("--mode", type=click.Choice(["one-button", "topics", "plaza"]), default="one-button", show_default=True)
@click.option("--info", type=written, help="Write there where everything is.")
@click.option("--tour", type=folder, help="Walk past everything; pictures there.")
def demo(mode: Mode, info: Path | None, tour: Path | None) -> None:
    """Run everything on this one computer, with a virtual printer."""
    if tour and mode != "one-button":
        raise click.UsageError("a tour begins with one-button and goes over to topics by itself: leave --mode out")
    from simulator.demo.program import run

    sys.exit(run(mode, info, tour))


@click.command()
@click.option("--serial", type=pipe, metavar="LINK", help="A serial line: a link to its far end.")
@click.option("--tcp", type=click.IntRange(0, 65535), metavar="PORT", help="A TCP port, on this computer only.")
@click.option("--paper", type=folder, required=True, help="Tickets as pictures.")
@click.option("--dump", type=written, help="Every byte that came in.")
@click.option("--control", type=pipe, help="A FIFO: a word a line switches faults on and off.")
@click.option("--width-dots", type=click.IntRange(96, 832), default=576, show_default=True, help="Of the print head.")
def printer(
    *, serial: Path | None, tcp: int | None, paper: Path, dump: Path | None, control: Path | None, width_dots: int
) -> None:
    """Be a receipt printer that draws its tickets as pictures."""
    from simulator.printer.program import run

    sys.exit(run(serial=serial, tcp=tcp, paper=paper, dump=dump, control=control, width_dots=width_dots))


@click.command()
@config
@click.option("--visitors", type=click.IntRange(1, 100_000), default=100, show_default=True, help="How many come.")
@click.option("--desks", type=click.IntRange(1, 100), default=2, show_default=True, help="How many help them.")
@click.option("--seconds", type=click.FloatRange(0), help="Over how long they come; left out: as fast as it goes.")
@click.option("--seed", type=int, help="The same number makes the same crowd.")
def visitors(config: Path, visitors: int, desks: int, seconds: float | None, seed: int | None) -> None:
    """Let simulated visitors and staff loose on a running hub."""
    from simulator.visitors import run

    sys.exit(run(settings_of(config), visitors=visitors, desks=desks, seconds=seconds, seed=seed))


@click.command()
@click.option("--language", default="nl", show_default=True, help="The visitor's, by its code.")
@click.option("--width", type=click.Choice(WIDTHS), default="576", show_default=True, help="Dots in a line.")
@click.option("--profile", default="TM-T20II", show_default=True, help="The model of printer.")
@click.option("--number", default="B27", show_default=True, help="What is called.")
@click.option("--large", is_flag=True, help="In large letters.")
@click.option("--config", type=existing, help="A branch file; left out: a library that does not exist.")
@dump
@png
def ticket(*, config: Path | None, dump: Path | None, png: Path | None, **sample: Any) -> None:
    """Make a sample ticket without a printer: its bytes, and a picture of the paper."""
    from simulator.paper.program import run_ticket

    if not dump and not png:
        raise click.UsageError("say where to: --dump FILE, --png FILE or both")
    sys.exit(run_ticket(settings_of(config) if config else None, dump=dump, png=png, **sample))


@click.command()
@click.argument("numbers", metavar="FIRST-LAST")
@click.option("--letter", default="", help="Before each number.")
@config
@device
@dump
@png
def slips(*, numbers: str, letter: str, config: Path, device: str | None, **files: Path | None) -> None:
    """Print numbered slips, such as 1-40, for a day on which all else is down."""
    from simulator.paper.program import run_slips

    sys.exit(run_slips(settings_of(config), wanted=numbers, letter=letter, device=device, **files))


@click.command()
@config
@device
@dump
@png
def printer_test(*, config: Path, device: str | None, **files: Path | None) -> None:
    """Print the test page of a kiosk's printer, which shows what profile and width are right."""
    from simulator.paper.program import run_printer_test

    sys.exit(run_printer_test(settings_of(config), device=device, **files))


commands: tuple[click.Command, ...] = (demo, printer, visitors, ticket, slips, printer_test)
