"""The commands of this room."""

import sys
from pathlib import Path

import click

from firmware_config.image import command_line as image


@click.command()
@click.option(
    "--branch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file that describes the branch; left out: etc/beurt/branch.toml below the root.",
)
@click.option(
    "--device", "devices", multiple=True, metavar="NAME", help="A device of this box; left out: as box.toml says."
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Below which they are written: / on the box itself.",
)
@click.option(
    "--usb-guard/--no-usb-guard", "is_usb_guarded", default=None, help="Keep keyboards and sticks out, or not."
)
@click.option("--read-only-root/--writable-root", "is_root_read_only", default=None, help="Never write to the system.")
@click.option("--data-partition/--no-data-partition", "has_data_partition", default=None, help="Data on beurt-data.")
@click.option("--diff", "is_only_shown", is_flag=True, help="Show what would change, and write nothing.")
def firmware(
    *,
    branch: Path | None,
    devices: tuple[str, ...],
    root: Path,
    is_usb_guarded: bool | None,
    is_root_read_only: bool | None,
    has_data_partition: bool | None,
    is_only_shown: bool,
) -> None:
    """Write the system files of a box, as the branch file wants them; what was chosen once is kept."""
    from firmware_config.box import BoxFault
    from firmware_config.box_file import BoxFile, read
    from firmware_config.program import run

    try:
        before = read(root)
    except BoxFault as fault:
        raise click.ClickException(str(fault)) from fault
    wanted = BoxFile(
        devices or before.devices,
        _chosen(is_usb_guarded, before.is_usb_guarded),
        _chosen(is_root_read_only, before.is_root_read_only),
        _chosen(has_data_partition, before.has_data_partition),
    )
    sys.exit(run(branch or root / "etc/beurt/branch.toml", root, wanted, is_only_shown=is_only_shown))


def _chosen(now: bool | None, before: bool) -> bool:  # noqa: FBT001 - a choice is true or false
    return before if now is None else now


commands: tuple[click.Command, ...] = (firmware, *image.commands)
