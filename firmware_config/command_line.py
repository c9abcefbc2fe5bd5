"""The commands of this room."""

import click

commands: tuple[click.Command, ...] = ()
