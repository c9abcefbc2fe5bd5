"""The command of this room: a box's certificates."""

import sys
from pathlib import Path

import click

from runtime.options import config

box_file = click.option(
    "--box",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("/etc/beurt/box.toml"),
    show_default=True,
    help="The file that says which devices this box is.",
)


@click.group()
def certificates() -> None:
    """The certificates of this box: made at the first boot, renewed by themselves."""


@certificates.command()
@click.argument("card", type=click.Path(exists=True, file_okay=False, path_type=Path))
@config
@box_file
def enrol(card: Path, config: Path, box: Path) -> None:
    """Make this box's keys, and get its first certificates with what IT put on the card."""
    from trust.program import enrol

    sys.exit(enrol(config, box, card))


@certificates.command()
@config
@box_file
def renew(config: Path, box: Path) -> None:
    """Renew what ends within 30 days; the exit code is 1 where that failed."""
    from trust.program import renew

    sys.exit(renew(config, box))


@certificates.command()
@config
@box_file
def fetch(config: Path, box: Path) -> None:
    """Ask the hub for what ends within 30 days, and have it wait; its unit runs this, with no rights."""
    from trust.program import fetch

    sys.exit(fetch(config, box))


@certificates.command()
@config
@box_file
def install(config: Path, box: Path) -> None:
    """Put in place what waits, or renew the hub's own; its unit runs this, as root and without a network."""
    from trust.program import install

    sys.exit(install(config, box))


@certificates.command()
@config
@box_file
def serve(config: Path, box: Path) -> None:
    """Answer the branch's other boxes that ask the hub for a certificate."""
    from trust.program import serve

    sys.exit(serve(config, box))


@certificates.command()
@config
def accounts(config: Path) -> None:
    """Take over the passwords with which other boxes came to the hub, for the broker's next start or reload."""
    from trust.program import accounts

    sys.exit(accounts(config))


@certificates.command()
@click.argument("device")
@config
@box_file
def revoke(device: str, config: Path, box: Path) -> None:
    """Take back all certificates of a device, as when its box was stolen; run it on the hub, as root."""
    from trust.program import revoke

    sys.exit(revoke(config, box, device))


@certificates.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--account", default="monitor", show_default=True, help="An account of the branch file, no device's.")
@config
def monitor(out: Path, account: str, config: Path) -> None:
    """Make what `beurt fleet` needs to look at this branch from IT's computer; run it on the hub, as root."""
    from trust.program import monitor

    sys.exit(monitor(config, out, account))


@certificates.command()
@box_file
def show(box: Path) -> None:
    """Print this box's certificates: until when each counts, and its fingerprint."""
    from trust.program import show

    sys.exit(show(box))


commands: tuple[click.Command, ...] = (certificates,)
