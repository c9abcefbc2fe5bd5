"""What a box does with its papers: everything on disk, the branch file once they count, and then its system files."""

import logging
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pairing.box import NotPaired, Paired
from pairing.messages import Given
from runtime import passwords
from runtime.settings.load import SettingsFaults, load
from runtime.settings.model import Settings
from trust import box, files, keys, names

BEURT: Final = "/usr/local/bin/beurt"
FIRMWARE: Final = (BEURT, "firmware", "--root", "/")
COMMANDS: Final = (
    FIRMWARE,
    ("systemd-sysusers",),
    # Once more, as now there are the users whose files these are.
    FIRMWARE,
    ("systemd-tmpfiles", "--create"),
    ("systemctl", "daemon-reload"),
    ("systemctl", "enable", "beurt.target", "nftables.service"),
    ("systemctl", "start", "--no-block", "nftables.service", "beurt.target"),
)
LIMIT_S: Final = 300.0

Run = Callable[[tuple[str, ...]], None]

log = logging.getLogger(__name__)


def keep(paired: Paired, etc: Path) -> None:
    """Put all but the branch file in its place.

    Raises:
        NotPaired: the branch file cannot be used here, or does not know this device.
        OSError: the card is full or broken.
    """
    given = paired.given
    etc.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="pairing-", dir=etc) as name:
        trial = Path(name)
        _write_settings(paired, trial)
        settings = _loaded(trial / "branch.toml")
        each = _wanted(settings, given.device)
        kept = tuple((_place(file, trial, etc), secret) for file, secret in _secrets(settings, given, trial))
    files.write(etc / "ca.crt", given.authority.encode())
    keys.write(etc / f"{each.file}.key", paired.key, mode=box.FOR_ITS_GROUP)
    box.key_of(etc, each)
    box.install(etc, each, paired.chain)
    for file, secret in kept:
        box.keep_secret(file, secret, each.group)


def adopt(paired: Paired, etc: Path) -> None:
    """Be that device from now on: a box that has a branch file is no new box."""
    files.write(etc / "box.toml", f'devices = ["{paired.given.device}"]\n'.encode())
    _write_settings(paired, etc)


def is_new(etc: Path) -> bool:
    """Whether this box is no device yet; a power cut may have come between its papers and its system files."""
    return not (etc / "branch.toml").exists()


def settle(step: Run | None = None) -> None:
    """Write the box's system files and let its programs start; raises NotPaired."""
    for command in COMMANDS:
        (step or run)(command)


def _secrets(settings: Settings, given: Given, trial: Path) -> Iterator[tuple[Path, str]]:
    """The secrets of this device alone, each with the file that the branch file names for it."""
    yield settings.broker.accounts[given.device].password_file, given.password
    if given.service_pin and settings.service.pin_file:
        pin = trial / "pin"
        files.write(pin, given.service_pin.encode(), files.OWNER_ONLY)
        try:
            yield settings.service.pin_file, passwords.read(pin)
        except passwords.UnusableHash as fault:
            raise NotPaired("the PIN of the service menu that came is no hash") from fault


def _place(file: Path, trial: Path, etc: Path) -> Path:
    return etc / file.relative_to(trial) if file.is_relative_to(trial) else file


def _write_settings(paired: Paired, folder: Path) -> None:
    if paired.given.organisation_file:
        files.write(folder / "organisation.toml", paired.given.organisation_file.encode())
    files.write(folder / "branch.toml", paired.given.branch_file.encode())


def _loaded(file: Path) -> Settings:
    try:
        return load(file)
    except SettingsFaults as fault:
        raise NotPaired(f"the branch file that came cannot be used: {fault}") from fault


def _wanted(settings: Settings, device: str) -> box.Wanted:
    if device not in names.roles(settings) or device not in settings.broker.accounts:
        raise NotPaired(f'the branch file that came does not know "{device}"')
    return next(one for one in box.wanted(settings, (device,)) if one.file == f"devices/{device}")


def run(command: tuple[str, ...]) -> None:
    """Run one command to its end; raises NotPaired where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NotPaired(f"{command[0]}: {fault}") from fault
    if done.returncode:
        raise NotPaired(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[-400:]}")
    log.info("%s", " ".join(command))
