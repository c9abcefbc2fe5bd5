"""The command of this room: pairing a new box with a branch."""

import sys
from pathlib import Path

import click

from runtime.options import config

etc = click.option(
    "--etc",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("/etc/beurt"),
    show_default=True,
    help="The folder of the settings.",
)


@click.group()
def pairing() -> None:
    """A new box shows a code; the coordinator types it on the console, and the box gets all that it needs."""


@pairing.command()
@config
@etc
def serve(config: Path, etc: Path) -> None:
    """On the hub's box: let the console open ten minutes in which one box may come in."""
    from pairing.program import serve

    sys.exit(serve(config, etc))


@pairing.command()
@click.option("--hub", default="", metavar="HOST", help="The hub's address; left out: it is looked for.")
@etc
def box(hub: str, etc: Path) -> None:
    """On a new box, as root: show a code until it was typed, then become that device."""
    from pairing.program import box

    sys.exit(box(etc, hub))


commands: tuple[click.Command, ...] = (pairing,)
