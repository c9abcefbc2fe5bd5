"""Installing a checked release beside the running one, and going over to it in one step.

Standard library only: a first boot runs this from the release's own wheel, before anything is installed:
PYTHONPATH=DIR/wheels/aan_de_beurt-1.2.3-py3-none-any.whl python3 -m upkeep.release.install DIR --key release.pub
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from runtime.files import settle
from upkeep.release import description, signature, sums
from upkeep.release.description import Description
from upkeep.release.faults import ReleaseFault
from upkeep.release.verifying import verify

ROOT = Path("/opt/beurt")
WHOLE = "whole"
"""A file in an installed version, written last: without it a power cut left the version in pieces."""

KEPT = 2
LIMIT_S = 1800
TRY_LIMIT_S = 120


class Versions:
    """The versions that are installed under a root, and which one is in use."""

    def __init__(self, root: Path) -> None:
        self.releases = root / "releases"
        self._current = root / "current"

    @property
    def current(self) -> str | None:
        """The version in use."""
        try:
            return self._current.readlink().name
        except FileNotFoundError:
            return None

    def folder(self, version: str) -> Path:
        """Where a version is, or would be."""
        return self.releases / version

    def whole(self) -> list[str]:
        """Every version that is installed to its end, oldest first."""
        found = [each.name for each in self.releases.glob("*") if (each / WHOLE).exists()]
        return sorted(found, key=description.order)

    def use(self, version: str) -> None:
        """Go over to a version in one step that survives a power cut; raises ReleaseFault."""
        if not (self.folder(version) / WHOLE).exists():
            raise ReleaseFault(f"version {version} is not installed")
        self._link(self._current, version)

    def remember(self, version: str) -> None:
        """Link the version that a trial is judged by, and gone back to, as `previous`."""
        self._link(self._current.with_name("previous"), version)

    def prune(self, *wanted: str | None) -> None:
        """Remove what a power cut left in pieces, and old versions: the newest two stay, and those that are wanted."""
        keep = {self.current, *wanted, *self.whole()[-KEPT:]}
        for each in self.releases.glob("*"):
            if each.name not in keep or not (each / WHOLE).exists():
                shutil.rmtree(each)

    @staticmethod
    def _link(link: Path, version: str) -> None:
        new = link.with_name(f"{link.name}.new")
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases", version))
        settle(new, link)


def install(folder: Path, root: Path = ROOT, tell: Callable[[str], None] = print) -> Description:
    """Install the release that a folder holds beside the one in use, and return which it is; raises ReleaseFault.

    The folder has been verified; nobody else can write to it.
    """
    described = description.read(folder)
    described.check_machine()
    place = Versions(root).folder(described.version)
    listed = (folder / sums.FILE).read_bytes()
    if (place / WHOLE).exists():
        if (place / WHOLE).read_bytes() != listed:
            raise ReleaseFault(f"another release is installed as {described.version}; give each a version of its own")
        return described
    if place.exists():
        shutil.rmtree(place)
    tell(f"installing {described.version} in {place}")
    _fill(place, folder)
    _check_it_runs(place, described.version)
    os.sync()
    (place / WHOLE).write_bytes(listed)
    os.sync()
    return described


def main(arguments: list[str] | None = None) -> int:
    """Check, install and use a release; the exit code is 0, or 2 where that is impossible."""
    parser = argparse.ArgumentParser(prog="upkeep.release.install", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="the release")
    parser.add_argument("--key", type=Path, required=True, help="the organisation's public key")
    parser.add_argument("--root", type=Path, default=ROOT)
    wanted = parser.parse_args(arguments)
    try:
        verify(wanted.folder, wanted.key, signature.is_good_to_openssl)
        described = install(wanted.folder, wanted.root)
        Versions(wanted.root).use(described.version)
    except ReleaseFault as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - it is the program's answer
        return 2
    print(f"version {described.version} is in use")  # noqa: T201 - it is the program's answer
    return 0


def _fill(place: Path, folder: Path) -> None:
    _run(LIMIT_S, sys.executable, "-m", "venv", str(place))
    wanted = ("--no-index", "--find-links", str(folder / "wheels"), "--require-hashes", "--no-deps")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-cache-dir")
    pip = (str(place / "bin" / "python"), "-I", "-m", "pip", "install")
    _run(LIMIT_S, *pip, *quiet, *wanted, "--requirement", str(folder / "requirements.txt"))


def _check_it_runs(place: Path, version: str) -> None:
    told = _run(TRY_LIMIT_S, str(place / "bin" / "beurt"), "--version").strip()
    if told != version:
        raise ReleaseFault(f"release {version} says that it is {told[:40]!r}; make the release again")


def _run(limit_s: int, *command: str) -> str:
    # A first boot finds this module by PYTHONPATH; what it installs must not be found that way too.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        done = subprocess.run(  # noqa: S603 - programs of the release that was checked
            command, capture_output=True, text=True, timeout=limit_s, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise ReleaseFault(f"{command[0]} cannot be run: {fault}") from fault
    if done.returncode:
        told = (done.stderr + done.stdout).strip().splitlines()[-1:] or ["no reason given"]
        raise ReleaseFault(f"{' '.join(command[:4])} … failed: {told[0]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
