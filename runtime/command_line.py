"""The command of this room: looking at a branch file."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--effective", is_flag=True, help="Print all settings, each with the file and line it comes from.")
def check(*, file: Path, effective: bool) -> None:
    """Say what is wrong with a branch file, before anything is installed."""
    from runtime.check import run, show_effective

    sys.exit(show_effective(file) if effective else run(file))


commands: tuple[click.Command, ...] = (check,)
