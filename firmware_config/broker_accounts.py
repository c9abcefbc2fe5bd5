"""Who can log in at the broker of a box: its password file, and the password of the one that keeps watch over it."""

from pathlib import Path, PurePosixPath
from typing import Final

from firmware_config.box import BoxFault, accounts
from firmware_config.passwords import merged, new_password
from firmware_config.rendering import RenderedFile
from runtime.settings.model import Settings

PASSWORDS: Final = PurePosixPath("etc/mosquitto/beurt.passwd")
WATCH: Final = "broker-watch"
"""It notices a broker that hangs; it has a password and no rights at all."""
WATCH_PASSWORD: Final = PurePosixPath("etc/beurt/secrets") / WATCH
SECRET: Final = (PASSWORDS, WATCH_PASSWORD)
MOST_BYTES: Final = 1024


def account_files(settings: Settings, root: Path) -> tuple[dict[PurePosixPath, RenderedFile], list[str]]:
    """The files from the secrets below the root, and the accounts that have no password yet.

    An account whose secret is on another box keeps the line that it had.

    Raises:
        BoxFault: a device has no account, or a secret is no text.
    """
    before = root / PASSWORDS
    watch = _password(root / WATCH_PASSWORD) or new_password()
    found = {name: _password(_below(root, settings.broker.accounts[name].password_file)) for name in accounts(settings)}
    text = merged(before.read_text(encoding="utf-8") if before.exists() else "", {**found, WATCH: watch})
    able = {line.partition(":")[0] for line in text.splitlines()}
    files = {
        PASSWORDS: RenderedFile(text, 0o600, "mosquitto", "mosquitto"),
        WATCH_PASSWORD: RenderedFile(f"{watch}\n", 0o640, "root", "mosquitto"),
    }
    return files, [name for name in found if name not in able]


def _below(root: Path, file: Path) -> Path:
    return root / file.relative_to(file.anchor)


def _password(place: Path) -> str | None:
    try:
        with place.open("rb") as secret:
            return secret.read(MOST_BYTES).decode().rstrip("\r\n") or None
    except FileNotFoundError:
        return None
    except ValueError as fault:
        raise BoxFault(f"{place} is no password: {fault}") from fault
