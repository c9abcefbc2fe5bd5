"""The commands of this room."""

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--branch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("/etc/beurt/branch.toml"),
    show_default=True,
    help="The file that describes the branch.",
)
@click.option("--device", "devices", multiple=True, metavar="NAME", help="A device of this box; left out: all.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Below which they are written: / on the box itself.",
)
@click.option("--usbguard", "is_usb_guarded", is_flag=True, help="With rules that keep keyboards and sticks out.")
@click.option("--diff", "is_only_shown", is_flag=True, help="Show what would change, and write nothing.")
def firmware(*, branch: Path, devices: tuple[str, ...], root: Path, is_usb_guarded: bool, is_only_shown: bool) -> None:
    """Write the system files of a box, as the branch file wants them."""
    from firmware_config.program import run

    sys.exit(run(branch, devices, root, is_usb_guarded=is_usb_guarded, is_only_shown=is_only_shown))


commands: tuple[click.Command, ...] = (firmware,)
