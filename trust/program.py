"""What `beurt certificates` does on a box."""

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from runtime.settings.load import load
from runtime.settings.model import Settings
from trust import box as own
from trust import branch, certificates, files, keys, names
from trust.authority import Authority
from trust.certificates import UnusableCertificate
from trust.enrolment.client import NotGiven
from trust.enrolment.desk import Desk, anchors
from trust.enrolment.line import PORT
from trust.enrolment.server import BACKLOG, context
from trust.enrolment.server import serve as answer_boxes
from trust.keys import UnusableKey
from trust.monitor import NoMonitor, give
from trust.renewal import Box

FAILED: Final = 1
LIMIT_S: Final = 60
_TAKES_UP: Final = {
    "broker": ("reload", "mosquitto.service"),
    "console": ("try-restart", "beurt-console.service"),
}
WAITING: Final = Path("/run/beurt-trust")
"""Where what was fetched waits: who fetches may not write to /etc, and is not believed by who does."""

ARRIVED: Final = "accounts"
"""Where the desk leaves passwords: it may not write to /etc itself."""


def enrol(config: Path, box: Path, card: Path) -> int:
    """Make keys and get the first certificates; the exit code is 0, or 1 where that failed."""
    return _done(lambda: _box(config, box).enrol(card))


def renew(config: Path, box: Path) -> int:
    """Renew what is due; the exit code is 0, or 1 where that failed."""
    return _done(lambda: _told_to_programs(_box(config, box).renew()))


def fetch(config: Path, box: Path, waiting: Path = WAITING) -> int:
    """Ask the hub for what is due; the exit code is 0, or 1 where that failed."""
    return _done(lambda: _box(config, box).fetch(waiting), "fetched")


def install(config: Path, box: Path, waiting: Path = WAITING) -> int:
    """Put what was fetched in place, or renew this box's own; the exit code is 0, or 1 where that failed."""
    return _done(lambda: _told_to_programs(_box(config, box).install(waiting)))


def serve(config: Path, box: Path) -> int:
    """Answer other boxes until this process is ended."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    mine = _box(config, box)
    authority = Authority.load(mine.authority)
    known = anchors(authority, mine.etc)
    desk = Desk(mine.settings, authority, known[1] if len(known) > 1 else None)
    kind = {"family": socket.AF_INET6, "dualstack_ipv6": True} if socket.has_dualstack_ipv6() else {}
    with socket.create_server(("", PORT), backlog=BACKLOG, **kind) as door:  # type: ignore[arg-type]
        answer_boxes(door, lambda: context(mine.etc, known), desk, _arrivals(mine.authority))
    return 0


def accounts(config: Path, folder: Path = branch.FOLDER, etc: Path = own.ETC) -> int:
    """Put each password that arrived where the branch file says, and tell the broker what was taken back."""
    settings = load(config)
    roles = names.roles(settings)
    for file in sorted((folder / ARRIVED).glob("*")):
        account = settings.broker.accounts.get(file.name)
        if account is None or file.name not in roles:
            click.echo(f"{file.name}: no account in the branch file; its password is dropped", err=True)
        else:
            own.keep_secret(account.password_file, files.read(file).decode(), f"beurt-{roles[file.name]}")
            click.echo(f"{file.name}: its password is in {account.password_file}")
        file.unlink()
    branch.publish(Authority.load(folder), etc)
    return 0


def revoke(config: Path, box: Path, device: str) -> int:
    """Take back a device's certificates and tell the broker's list; the exit code is 1 where there were none."""
    mine = _box(config, box)
    try:
        authority = Authority.load(mine.authority)
    except (UnusableKey, UnusableCertificate) as fault:
        click.echo(f"the branch's authority is on the hub's box, for root only: {fault}", err=True)
        return FAILED
    count = authority.revoke(device=device)
    branch.publish(authority, mine.etc)
    click.echo(f"{device}: {count} certificates taken back; now run: systemctl restart mosquitto")
    return 0 if count else FAILED


def monitor(config: Path, out: Path, account: str, folder: Path = branch.FOLDER, etc: Path = own.ETC) -> int:
    """Make papers for whoever looks from outside; the exit code is 1 where that failed."""
    try:
        give(load(config), Authority.load(folder), etc, out, account)
    except (NoMonitor, UnusableKey, UnusableCertificate, OSError) as fault:
        click.echo(f"{fault}; run this on the hub's box, as root", err=True)
        return FAILED
    click.echo(f"{out}: take it to the computer that runs beurt fleet, and delete it here")
    return 0


def show(box: Path, etc: Path = own.ETC) -> int:
    """Print what this box has."""
    devices = [f"devices/{device}" for device in own.devices(box)]
    for name in ("ca", "broker", "console", *devices):
        file = etc / f"{name}.crt"
        if not file.exists():
            continue
        certificate = certificates.load(file)[0]
        click.echo(f"{name}: until {certificate.not_valid_after_utc:%Y-%m-%d}\n  {keys.fingerprint(certificate)}")
    return 0


def _box(config: Path, box: Path) -> Box:
    settings: Settings = load(config)
    return Box(settings, own.devices(box))


def _done(work: Callable[[], list[str]], how: str = "made or renewed") -> int:
    os.umask(0o027)
    try:
        done = work()
    except (UnusableKey, UnusableCertificate, NotGiven) as fault:
        click.echo(fault, err=True)
        return FAILED
    click.echo(f"certificates {how}: {', '.join(done) or 'none, all are good'}")
    return 0


def _told_to_programs(done: list[str]) -> list[str]:
    """Let who serves with a new certificate take it up; clients read theirs each time that they connect."""
    if Path("/run/systemd/system").exists():
        for name, order in _TAKES_UP.items():
            if name in done:
                subprocess.run(["/usr/bin/systemctl", *order], timeout=LIMIT_S, check=False)  # noqa: S603
    return done


def _arrivals(folder: Path) -> Callable[[str, str], None]:
    def keep(device: str, password: str) -> None:
        files.write(folder / ARRIVED / device, password.encode(), files.OWNER_ONLY)

    return keep
