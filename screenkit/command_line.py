"""The command of this room: the watch over the compositor."""

import sys
from pathlib import Path

import click


@click.command()
@click.option("--socket", "address", type=click.Path(path_type=Path), default=Path("/run/beurt-screens/wayland-0"))
def compositor_watch(address: Path) -> None:
    """Tell systemd whether the compositor that two screens share still answers."""
    from screenkit.compositor_watch import run

    sys.exit(run(address))


commands: tuple[click.Command, ...] = (compositor_watch,)
