"""`beurt firmware`: the files of one box, written below a root or shown as they differ."""

import difflib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from firmware_config.box import Box, BoxFault, accounts, kinds
from firmware_config.box_file import BoxFile
from firmware_config.passwords import merged
from firmware_config.rendering import RenderedFile, render
from firmware_config.writing import Change, changes, write
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings

FAULTY = 2
PASSWORDS = PurePosixPath("etc/mosquitto/beurt.passwd")
REVOKED = PurePosixPath("etc/beurt/revoked.crl")
MOST_PASSWORD_BYTES = 1024


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
        has_revocations=(root / REVOKED).exists(),
    )
    files = render(box)
    if box.has_hub:
        files[PASSWORDS] = RenderedFile(_passwords(settings, root), 0o600, "mosquitto", "mosquitto")
    return changes(root, files)


def _passwords(settings: Settings, root: Path) -> str:
    """The broker's password file, from the secrets below the root; other accounts keep what they had."""
    before = root / PASSWORDS
    found = {name: _password(root, settings.broker.accounts[name].password_file) for name in accounts(settings)}
    text = merged(before.read_text(encoding="utf-8") if before.exists() else "", found)
    able = {line.partition(":")[0] for line in text.splitlines()}
    for name in found:
        if name not in able:
            file = settings.broker.accounts[name].password_file
            click.echo(f"{name} cannot log in at the broker yet: there is no password in {file}", err=True)
    return text


def _password(root: Path, file: Path) -> str | None:
    place = root / file.relative_to(file.anchor)
    try:
        with place.open("rb") as secret:
            return secret.read(MOST_PASSWORD_BYTES).decode().rstrip("\r\n") or None
    except FileNotFoundError:
        return None
    except ValueError as fault:
        raise BoxFault(f"{place} is no password: {fault}") from fault


def _differences(found: tuple[Change, ...]) -> Iterator[str]:
    for change in found:
        if change.path == PASSWORDS:
            yield f"/{change.path}: passwords changed\n"
            continue
        before, after = (change.before or "").splitlines(keepends=True), change.after.splitlines(keepends=True)
        was = f"/{change.path}" if change.before is not None else "/dev/null"
        yield from difflib.unified_diff(before, after, was, f"/{change.path}")
