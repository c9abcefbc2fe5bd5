"""What a first boot does, step by step; each step may be done again after a power cut."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from firmware_config.first_boot import packages, wiping
from firmware_config.first_boot.place import Failed, Kind, Place, Runner
from runtime.files import FOR_ALL, OWNER_ONLY, put

BEURT: Final = "/usr/local/bin/beurt"
_HOST_NAME: Final = re.compile(r"\A[a-z0-9][a-z0-9-]{0,62}\Z")


class Step(NamedTuple):
    """One step: its name as it stands on the screen, and what it does."""

    name: str
    work: Callable[[Place, Runner], None]


def look_at_card(place: Place, _runner: Runner) -> None:
    """See that everything is there before anything is changed."""
    wanted = ["release/SHA256SUMS", "packages.txt", "host"]
    if place.kind != "page":
        wanted.append("root/etc/beurt/release.pub")
    if place.kind == "branch":
        wanted.append("root/etc/beurt/branch.toml")
    for name in wanted:
        if not (place.card / name).exists():
            raise Failed(f"Op de kaart ontbreekt {name}. Maak de kaart opnieuw.")


def install_program(place: Place, runner: Runner) -> None:
    """Check the release's signature and hashes, and install it in a virtual environment of its own."""
    _copy(place.card / "root/etc/beurt/release.pub", place.root / "etc/beurt/release.pub")
    runner.run(
        *("python3", "-m", "upkeep.release.install", str(place.card / "release")),
        *("--key", str(place.root / "etc/beurt/release.pub"), "--root", str(place.root / "opt/beurt")),
        environment={"PYTHONPATH": str(place.wheel)},
    )
    link = place.root / BEURT.lstrip("/")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to("/opt/beurt/current/bin/beurt")


def copy_settings(place: Place, runner: Runner) -> None:
    """Put the branch file and its company in place, give the box its name, and write its system files."""
    copy_files(place, runner)
    lay(place, runner)


def copy_files(place: Place, runner: Runner) -> None:
    """Put every file of the card in its place, and give the box its name."""
    source = place.card / "root"
    for file in sorted(source.rglob("*")):
        if file.is_file():
            _copy(file, place.root / file.relative_to(source))
    _name_the_box(place, runner)


def copy_page(place: Place, runner: Runner) -> None:
    """Put every file in its place, and make the user that the browser runs as."""
    copy_files(place, runner)
    runner.run("systemd-sysusers")


def lay(_place: Place, runner: Runner) -> None:
    """Write the system files, make their users, and give each file its owner."""
    runner.run(BEURT, "firmware", "--root", "/")
    runner.run("systemd-sysusers")
    # Now that the users are there.
    runner.run(BEURT, "firmware", "--root", "/")
    runner.run("systemd-tmpfiles", "--create")


def enrol(place: Place, runner: Runner) -> None:
    """Make this box's keys, and get its certificates with what is on the card."""
    try:
        runner.run(BEURT, "certificates", "enrol", str(place.card / "enrolment"))
    except Failed as fault:
        raise Failed(f"Staat de zuil met de wachtrij aan, en is het netwerk goed? ({fault})") from fault


def start_services(place: Place, runner: Runner) -> None:
    """Let everything start with the box, and no login on the screen."""
    runner.run("systemctl", "daemon-reload")
    runner.run("systemctl", "enable", _main_unit(place), "nftables.service")
    # Who asks for a first user would stand in the way of the welcome screen.
    runner.run("systemctl", "mask", "userconfig.service", "getty@tty1.service")
    if (place.card / "ssh").exists():
        runner.run("systemctl", "enable", "ssh.service")


def pair(_place: Place, runner: Runner) -> None:
    """Show a code until somebody typed it on the console; what the box is comes from there."""
    runner.run(BEURT, "pairing", "box")


def wipe_secrets(place: Place, _runner: Runner) -> None:
    """Take the secrets off the card, now that the box has its own."""
    wiping.wipe(wiping.below(place.card / "enrolment", place.card / "root/etc/beurt/secrets"))
    boot = place.card.parent
    for name in ("network-config", "user-data"):
        wiping.blank(boot / name)


def finish(place: Place, _runner: Runner) -> None:
    """See to it that cloud-init never begins again, and remember that all is done."""
    _write(place.root / "etc/cloud/cloud-init.disabled", "")
    _write(place.done, "")
    os.sync()


_LOOK: Final = Step("De kaart wordt nagekeken", look_at_card)
_PACKAGES: Final = Step("Programma's van Debian", packages.install)
_PROGRAM: Final = Step("Het programma van de wachtrij", install_program)
_ENDING: Final = (
    Step("Alles wat vanzelf start", start_services),
    Step("Geheimen gaan van de kaart", wipe_secrets),
    Step("De laatste hand", finish),
)
STEPS: Final[dict[Kind, tuple[Step, ...]]] = {
    "branch": (
        _LOOK,
        _PACKAGES,
        _PROGRAM,
        Step("De instellingen van deze vestiging", copy_settings),
        Step("Sleutels en certificaten", enrol),
        Step("Wachtwoorden en rechten", lay),
        *_ENDING,
    ),
    "blank": (_LOOK, _PACKAGES, _PROGRAM, Step("De naam", copy_files), Step("Koppelen", pair), *_ENDING),
    "page": (_LOOK, _PACKAGES, Step("De instellingen van dit scherm", copy_page), *_ENDING),
}
"""What is done by a box of a branch, by one that is still to be paired, and by one with the page of staff only."""


def _main_unit(place: Place) -> str:
    return "beurt-page.service" if place.kind == "page" else "beurt.target"


def _name_the_box(place: Place, runner: Runner) -> None:
    name = (place.card / "host").read_text(encoding="ascii").strip()
    if not _HOST_NAME.fullmatch(name):
        raise Failed(f"Op de kaart staat een naam die niet kan: {name[:80]!r}. Maak de kaart opnieuw.")
    _write(place.root / "etc/hostname", f"{name}\n")
    hosts = place.root / "etc/hosts"
    rows = hosts.read_text(encoding="utf-8").splitlines() if hosts.exists() else ["127.0.0.1\tlocalhost"]
    kept = [row for row in rows if not row.startswith("127.0.1.1")]
    _write(hosts, "".join(f"{row}\n" for row in (*kept, f"127.0.1.1\t{name}")))
    runner.run("hostname", name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # FAT has no modes: what is secret is nobody else's from its first byte; the system files widen it after that.
    put(target, source.read_bytes(), OWNER_ONLY if "secrets" in source.parts else FOR_ALL)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    put(target, text.encode())
