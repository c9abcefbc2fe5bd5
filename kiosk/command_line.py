"""The commands of this room: the program, and the PIN of its service menu."""

import sys
from pathlib import Path

import click

from runtime.options import config, device, settings_of, window

written = click.Path(dir_okay=False, path_type=Path)


@click.command()
@config
@device
@window
@click.option("--transcript", type=written, metavar="FILE", help="Add a line there for all that is said aloud.")
def kiosk(config: Path, device: str | None, window: str | None, transcript: Path | None) -> None:
    """Show the touchscreen on which visitors take a number."""
    from kiosk.program import run

    sys.exit(run(settings_of(config), device, window, transcript))


@click.command()
@click.argument("file", type=written)
@click.password_option("--pin", prompt="PIN", help="4 to 8 figures; asked for where it is left out.")
def service_pin(file: Path, pin: str) -> None:
    """Write the hash of the PIN that opens the kiosk's service menu to the file that the branch file names."""
    from kiosk.service.pin import write

    try:
        write(file, pin)
    except (OSError, ValueError) as fault:
        raise click.ClickException(str(fault)) from fault


commands: tuple[click.Command, ...] = (kiosk, service_pin)
