"""The command of this room: the program."""

import sys
from pathlib import Path

import click

from runtime.options import config, device, settings_of, window


@click.command()
@config
@device
@window
def display(config: Path, device: str | None, window: str | None) -> None:
    """Show in the waiting room whose turn it is."""
    from display.program import run

    sys.exit(run(settings_of(config), device, window))


commands: tuple[click.Command, ...] = (display,)
