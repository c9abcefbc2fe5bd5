"""The commands of this room: the program, and what is asked of it where it runs."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from runtime.options import config, settings_of


@click.command()
@config
def hub(config: Path) -> None:
    """Own the queue: take commands from the broker, answer and publish."""
    from hub.program import run

    sys.exit(run(settings_of(config)))


@click.command()
@click.argument("number")
@config
def why(number: str, config: Path) -> None:
    """Tell why a number of today was called when it was; run it where the hub runs."""
    from hub.asking import why

    sys.exit(why(settings_of(config), number.upper()))


@click.command()
@config
def people(config: Path) -> None:
    """Print how many wait or are being helped; run it where the hub runs."""
    from hub.asking import people

    sys.exit(people(settings_of(config)))


@click.command()
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first date.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last date, included.")
@click.option("--by", type=click.Choice(["day", "month", "quarter", "year"]), default="month", show_default=True)
@click.option("--public", is_flag=True, help="With small numbers protected, also from earlier reports.")
@config
def report(*, first: datetime, last: datetime, by: Any, public: bool, config: Path) -> None:
    """Print the figures over dates; run it where the hub runs."""
    from hub.asking import report

    if first > last:
        raise click.UsageError("--from comes after --to")
    sys.exit(report(settings_of(config), (first.date(), last.date()), by, is_public=public))


commands: tuple[click.Command, ...] = (hub, why, people, report)
