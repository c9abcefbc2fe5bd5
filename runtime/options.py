"""The options that commands of several rooms share, and the settings that a command is given."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from runtime.settings.model import Settings

FAULTY_SETTINGS = 2

config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("/etc/beurt/branch.toml"),
    show_default=True,
    help="The file that describes the branch.",
)
device = click.option("--device", envvar="BEURT_DEVICE", help="Which one of the branch file; left out: the first.")
window = click.option("--window", metavar="WxH+X+Y", help="A window there, in place of the whole screen.")


def settings_of(file: Path) -> Settings:
    """The settings of a branch file; tells all its faults and exits with 2 where it has any."""
    from runtime.settings.load import SettingsFaults, load

    try:
        return load(file)
    except SettingsFaults as faults:
        click.echo(faults, err=True)
        sys.exit(FAULTY_SETTINGS)
