"""The folder of a branch's IT, with a branch file and its passwords: make_office.py FOLDER"""

import sys
from pathlib import Path

from runtime.passwords import keep

# As large as a screen that hangs on no plug.
BRANCH = """
[branch]
id = "proef"
name = "Bibliotheek Proef"
[broker]
host = "proef-hub-1"
[[kiosks]]
device = "kiosk-1"
[kiosks.screen]
pixels = [1280, 720]
[[displays]]
device = "display-1"
[displays.screen]
pixels = [1280, 720]
"""
PASSWORDS = {"staff": "wachtwoord van balie", "coordinator": "wachtwoord van chef", "service": "4711"}


def make(folder: Path) -> None:
    (folder / "secrets").mkdir(parents=True)
    (folder / "branch.toml").write_text(BRANCH, encoding="utf-8")
    for name, secret in PASSWORDS.items():
        keep(folder / f"secrets/{name}.argon2", secret)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
