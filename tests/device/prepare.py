"""Gives a box below a root its branch file, passwords and certificates: prepare.py ROOT DEVICE…"""

import secrets
import shutil
import sys
from pathlib import Path

from console.password import write
from runtime.settings.load import load
from trust import box
from trust.authority import Authority
from trust.certificates import Kind

HERE = Path(__file__).parent
CLIENT: tuple[Kind, ...] = ("client",)


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
    shutil.copyfile(authority.folder / "authority.crt", etc / "ca.crt")
    everybody = (*devices, *(kiosk.device for kiosk in settings.kiosks if kiosk.device not in devices))
    for each in box.wanted(settings, everybody):
        key = box.key_of(etc, each).public_key()
        certificate = authority.issue(key, each.device, settings.branch.id, names=each.names, kinds=each.kinds)
        box.install(etc, each, (certificate,))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), tuple(sys.argv[2:]))
