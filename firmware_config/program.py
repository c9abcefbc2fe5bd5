"""`beurt firmware`: the files of one box, written below a root or shown as they differ."""

import difflib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from firmware_config.box import Box, BoxFault, kinds
from firmware_config.box_file import BoxFile
from firmware_config.broker_accounts import SECRET, account_files
from firmware_config.rendering import render
from firmware_config.writing import Change, changes, write
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings

FAULTY = 2
REVOKED = PurePosixPath("etc/beurt/revoked.crl")


def run(branch: Path, root: Path, wanted: BoxFile, *, is_only_shown: bool = False) -> int:
    """Write what differs and print it; the exit code is 0, or 2 where the branch file does not do."""
    try:
        settings = load(branch)
        found = _changes(settings, root, wanted)
        if is_only_shown:
            click.echo("".join(_differences(found)), nl=False)
            return 0
        for change in found:
            remark = write(root, change)
            click.echo(f"{'changed' if change.before is not None else 'new    '} /{change.path}")
            if remark:
                click.echo(remark, err=True)
    except (SettingsFaults, BoxFault, OSError) as fault:
        click.echo(fault, err=True)
        return FAULTY
    click.echo(f"{len(found)} files written" if found else "nothing to change")
    return 0


def _changes(settings: Settings, root: Path, wanted: BoxFile) -> tuple[Change, ...]:
    box = Box(
        settings,
        wanted.devices or tuple(kinds(settings)),
        is_usb_guarded=wanted.is_usb_guarded,
        is_root_read_only=wanted.is_root_read_only,
        has_data_partition=wanted.has_data_partition,
        has_revocations=(root / REVOKED).exists(),
    )
    files = render(box)
    if box.has_hub:
        more, unable = account_files(settings, root)
        files |= more
        for name in unable:
            file = settings.broker.accounts[name].password_file
            click.echo(f"{name} cannot log in at the broker yet: there is no password in {file}", err=True)
    return changes(root, files)


def _differences(found: tuple[Change, ...]) -> Iterator[str]:
    for change in found:
        if change.path in SECRET:
            yield f"/{change.path}: changed, and not shown\n"
            continue
        before, after = (change.before or "").splitlines(keepends=True), change.after.splitlines(keepends=True)
        was = f"/{change.path}" if change.before is not None else "/dev/null"
        yield from difflib.unified_diff(before, after, was, f"/{change.path}")
