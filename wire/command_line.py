"""The commands of this room: the contract, and the watch over the broker."""

import sys
from pathlib import Path

import click

path = click.Path(path_type=Path)


@click.command()
@click.option("--socket", "address", type=path, default=Path("/run/mosquitto/beurt.sock"))
@click.option("--password-file", type=path, default=Path("/etc/beurt/secrets/broker-watch"))
def broker_watch(address: Path, password_file: Path) -> None:
    """End a broker of this box that hangs, so that systemd starts it again."""
    from wire.broker_watch import run

    sys.exit(run(address, password_file))


@click.command()
def schema() -> None:
    """Print the contract on the wire as an AsyncAPI document."""
    import msgspec

    from wire.schema.asyncapi import asyncapi

    click.echo(msgspec.json.format(msgspec.json.encode(asyncapi()), indent=2))


commands: tuple[click.Command, ...] = (broker_watch, schema)
