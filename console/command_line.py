"""The commands of this room: the program, and the staff's password."""

import sys
from pathlib import Path

import click

from runtime.options import config, settings_of


@click.command()
@config
def console(config: Path) -> None:
    """Serve the staff's web page."""
    from console.program import run

    sys.exit(run(settings_of(config)))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.password_option("--password", prompt="Password", help="Asked for where it is left out.")
def staff_password(file: Path, password: str) -> None:
    """Write the hash of the staff's password to the file that the branch file names."""
    from console.password import write

    try:
        write(file, password)
    except (OSError, ValueError) as fault:
        raise click.ClickException(str(fault)) from fault


commands: tuple[click.Command, ...] = (console, staff_password)
