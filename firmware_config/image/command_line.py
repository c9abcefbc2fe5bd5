"""The commands that IT makes cards with."""

import sys
from pathlib import Path
from typing import Any

import click

existing = click.Path(exists=True, dir_okay=False, path_type=Path)
file = click.Path(dir_okay=False, path_type=Path)
folder = click.Path(file_okay=False, path_type=Path)
existing_folder = click.Path(exists=True, file_okay=False, path_type=Path)
machine = click.option(
    "--machine",
    type=click.Choice(["aarch64", "x86_64"]),
    default="aarch64",
    show_default=True,
    help="The processor: a Raspberry Pi is aarch64.",
)


@click.command()
@click.option("--branch", type=file, help="The file that describes the branch; only --blank does without.")
@click.option("--name", help="The branch's name: makes the branch file where there is none.")
@click.option(
    "--printer",
    type=click.Choice(["none", "usb"]),
    default="none",
    show_default=True,
    help="The kiosk's, for the file that --name makes.",
)
@click.option("--out", type=folder, metavar="CARD", help="The card: the folder or drive bootfs.")
@click.option("--device", "devices", multiple=True, metavar="NAME", help="A device of this box; left out: all.")
@click.option("--organisation", type=existing, help="Defaults below it; left out: organisation.toml beside it.")
@click.option("--authority", type=folder, help="Where the organisation's keys stay; left out: authority/ beside it.")
@click.option("--lock", "is_locked", is_flag=True, help="Ask for a passphrase for a new authority's key.")
@click.option("--offline", "is_offline", is_flag=True, help="With Debian's packages: the box needs no internet.")
@click.option(
    "--release", type=existing_folder, help="Left out: release/ beside the branch file, made where it is not."
)
@click.option("--debs", type=folder, help="Left out: debs/ beside the branch file, filled on a Debian computer.")
@click.option("--ssh-key", "ssh_keys", type=existing, help="Public keys, one a line, of who may log in over SSH.")
@click.option("--console", "is_page", is_flag=True, help="A box that shows the staff's page, and nothing else.")
@click.option("--blank", "is_blank", is_flag=True, help="A box of no branch yet: it is paired on the console.")
@click.option("--check", "is_only_checked", is_flag=True, help="Say what is wrong with the branch file; needs no card.")
@machine
def image(*, is_page: bool, is_blank: bool, is_only_checked: bool, out: Path | None, **wanted: Any) -> None:
    """Write to a card with Raspberry Pi OS what makes it a box of the branch."""
    from firmware_config.image.program import Wish, check, run

    if is_page and is_blank:
        raise click.UsageError("--console or --blank, not both")
    if is_blank == bool(wanted["branch"]):
        raise click.UsageError("--branch FILE, or --blank for a box of no branch yet")
    if out is None and not is_only_checked:
        raise click.UsageError("--out CARD: the folder or drive bootfs")
    wish = Wish(**wanted, out=out or Path(), kind="page" if is_page else "blank" if is_blank else "branch")
    sys.exit(check(wish) if is_only_checked else run(wish))


@click.command("debs")
@click.option("--out", type=folder, required=True, help="A new folder.")
@click.option("--console", "is_page", is_flag=True, help="Those of a box that shows the staff's page.")
@machine
def collect_debs(*, out: Path, machine: str, is_page: bool) -> None:
    """Collect Debian's packages for boxes without internet; runs on Debian only."""
    from firmware_config.image.program import collect

    sys.exit(collect(out, machine, is_page=is_page))


commands: tuple[click.Command, ...] = (image, collect_debs)
