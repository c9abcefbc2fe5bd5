"""Gives a box below a root its branch file, passwords and certificates: prepare.py ROOT DEVICE…

What the branch's other devices have on their own box is in /srv/second-box.
"""

import secrets
import shutil
import sys
from pathlib import Path

from console.password import write
from doctor.box import kinds
from runtime.settings.load import load
from runtime.settings.model import Settings
from trust import box, branch
from trust.authority import Authority

HERE = Path(__file__).parent


def prepare(root: Path, devices: tuple[str, ...]) -> None:
    etc = root / "etc/beurt"
    (etc / "secrets").mkdir(parents=True)
    shutil.copyfile(HERE / "branch.toml", etc / "branch.toml")
    settings = load(etc / "branch.toml")
    for account in settings.broker.accounts.values():
        (root / str(account.password_file).lstrip("/")).write_text(secrets.token_urlsafe())
    for name in ("staff", "coordinator"):
        write(etc / f"secrets/{name}.argon2", f"wachtwoord van {name}")
    authority = Authority.create(root / "srv/authority", "Proef")
    certify(authority, settings, etc, devices)
    second = root / "srv/second-box"
    elsewhere = tuple(device for device in kinds(settings) if device not in devices)
    certify(authority, settings, second, elsewhere)
    for device in elsewhere:
        shutil.copyfile(etc / f"secrets/{device}", second / device)


def certify(authority: Authority, settings: Settings, folder: Path, devices: tuple[str, ...]) -> None:
    """Give devices their keys and certificates in a folder, that of the authority, and what it took back."""
    for each in box.wanted(settings, devices):
        key = box.key_of(folder, each).public_key()
        certificate = authority.issue(key, each.device, settings.branch.id, names=each.names, kinds=each.kinds)
        box.install(folder, each, (certificate,))
    branch.publish(authority, folder)


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), tuple(sys.argv[2:]))
