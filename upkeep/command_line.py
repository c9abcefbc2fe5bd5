"""The commands of this room."""

import sys
from pathlib import Path
from typing import Any

import click

from runtime.options import config, settings_of

FAILED = 2
MACHINES = ("aarch64", "x86_64")

new_folder = click.Path(file_okay=False, path_type=Path)
file = click.Path(exists=True, dir_okay=False, path_type=Path)
backups = click.option("--folder", type=new_folder, default=Path("/var/backups/beurt"), show_default=True)


@click.group()
def release() -> None:
    """Make, sign and check the folder that boxes install and update from."""


@release.command("key")
@click.argument("folder", type=new_folder)
def release_key(folder: Path) -> None:
    """Make the organisation's key: release.key stays with IT, release.pub goes to each box."""
    from upkeep.release.faults import ReleaseFault
    from upkeep.release.signature import make_keys

    try:
        secret, public = make_keys(folder)
    except (ReleaseFault, OSError) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(
        f"{secret}: keep it off the boxes, and keep a copy\n{public}: goes to each box as /etc/beurt/release.pub"
    )


@release.command("make")
@click.option("--out", type=new_folder, required=True, help="A new folder.")
@click.option("--key", type=file, required=True, help="The organisation's secret key, release.key.")
@click.option("--machine", type=click.Choice(MACHINES), multiple=True, default=("aarch64",), show_default=True)
@click.option("--python", default="3.13", show_default=True, help="That of Debian 13 is 3.13.")
def release_make(out: Path, key: Path, machine: tuple[str, ...], python: str) -> None:
    """Make a signed release of this checkout; it fetches the wheels of the lock file."""
    from upkeep.release.faults import ReleaseFault
    from upkeep.release.making import make

    try:
        made = make(out, key, machine, python, lambda what: click.echo(f"… {what}"))
    except (ReleaseFault, OSError) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"{out}: version {made.version}")


@release.command("verify")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--key", type=file, default=Path("/etc/beurt/release.pub"), show_default=True)
def release_verify(folder: Path, key: Path) -> None:
    """Say whether a folder holds exactly what the organisation signed; the exit code is 0, or 1 where not."""
    from upkeep.release.faults import ReleaseFault
    from upkeep.release.signature import is_good
    from upkeep.release.verifying import verify

    try:
        found = verify(folder, key, is_good)
    except (ReleaseFault, OSError) as fault:
        click.echo(fault, err=True)
        sys.exit(1)
    click.echo(f"{folder}: version {found.version}, in order")


@click.command()
@config
@backups
def backup(config: Path, folder: Path) -> None:
    """Copy the closed days of the hub's database, and try the copy; fourteen are kept."""
    from upkeep.backup.faults import BackupFault
    from upkeep.backup.making import back_up

    try:
        made = back_up(settings_of(config), folder)
    except BackupFault as fault:
        click.echo(fault, err=True)
        sys.exit(FAILED)
    click.echo(made or "the database is a server's, and that server makes its backups; see docs/updates.md")


@click.command()
@click.argument("file", type=file)
@config
@backups
@click.option("--give-up-day", is_flag=True, help="Also where the day is open: its tickets are lost.")
def restore(*, file: Path, config: Path, folder: Path, give_up_day: bool) -> None:
    """Put a backup in the place of the hub's database; stop the hub first."""
    from upkeep.backup.faults import BackupFault
    from upkeep.backup.restoring import restore

    try:
        done = restore(file, settings_of(config), folder, is_day_given_up=give_up_day)
    except BackupFault as fault:
        click.echo(fault, err=True)
        sys.exit(FAILED)
    click.echo(f"{file} is in place, with {done.days} closed days; start the hub: systemctl start beurt-hub")
    click.echo(f"what was there before is in {done.kept}" if done.kept else "what was there before could not be read")


@click.command()
@config
@click.option("--from", "place", metavar="PLACE", help="https://…, a folder, or USB; left out: as the box is told.")
@click.option("--key", type=file, default=Path("/etc/beurt/release.pub"), show_default=True)
@click.option("--unattended", is_flag=True, help="Only when the doors are shut and nobody is inside.")
@click.option(
    "--now", is_flag=True, help="Also while people wait: their numbers stay, the screens go dark for a moment."
)
@click.option("--allow-older", is_flag=True, help="Go back to an older version too.")
@click.option("--again", is_flag=True, help="Try a release that failed before once more.")
@click.option("--fetch", is_flag=True, help="Only have it wait to be installed, as the box does by itself.")
@click.option("--resume", is_flag=True, help="Only judge the version that a power cut left on trial.")
@click.option("--patience", type=click.FloatRange(0), default=180.0, show_default=True, help="Seconds to come up in.")
@click.option("--root", type=new_folder, default=Path("/opt/beurt"), show_default=True)
@click.option("--word", type=click.Path(dir_okay=False, path_type=Path), hidden=True)
def update(**wanted: Any) -> None:
    """Go over to a newer release, and back by itself where that is no good; exit code 0, 1 refused, 2 gone back."""
    from upkeep.update.program import run

    sys.exit(run(**wanted))


@click.command("set-clock")
@config
def set_clock(config: Path) -> None:
    """Set the clock of a pop-up as the coordinator asked on the console; its unit runs this."""
    from upkeep.clock_setting import run

    sys.exit(run(config))


@click.command("set-battery-clock")
def set_battery_clock() -> None:
    """Set the clock with a battery as the box's own clock is; its unit runs this, as root."""
    from upkeep.battery_clock import run

    sys.exit(run())


commands: tuple[click.Command, ...] = (release, backup, restore, update, set_clock, set_battery_clock)
