"""The Debian packages that a box without network needs, collected on a Debian computer and put in a small archive.

apt checks the archive's signatures here; on the box it checks each package against the hashes in `Packages`.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from firmware_config.image.card import CardFault, size_text

SUITE: Final = "trixie"
MIRROR: Final = "http://deb.debian.org"
KEYRING: Final = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
ARCHITECTURES: Final = {"aarch64": "arm64", "x86_64": "amd64"}
INDEX: Final = "Packages"
LIMIT_S: Final = 1800

_SOURCES: Final = """\
deb [signed-by={keyring}] {mirror}/debian {suite} main
deb [signed-by={keyring}] {mirror}/debian {suite}-updates main
deb [signed-by={keyring}] {mirror}/debian-security {suite}-security main
"""
_CONFIGURATION: Final = """\
Dir "{place}";
Dir::State::status "{place}/status";
Dir::Etc::Trusted "{keyring}";
APT::Architecture "{architecture}";
APT::Architectures {{ "{architecture}"; }};
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
"""


def wanted(listed: str) -> tuple[str, ...]:
    """The packages in a list with one a line and remarks after #."""
    rows = (row.partition("#")[0].strip() for row in listed.splitlines())
    return tuple(row for row in rows if row)


def collect(out: Path, packages: Sequence[str], architecture: str, tell: Callable[[str], None]) -> int:
    """Download packages with all that they need into a new folder; returns the bytes.

    Raises:
        CardFault: this computer has no apt, or the packages cannot be had.
    """
    missing = [name for name in ("apt-get", "dpkg-deb") if shutil.which(name) is None]
    if missing or not KEYRING.exists():
        raise CardFault(
            f"this computer cannot collect Debian packages: it has no {' and no '.join(missing) or KEYRING}. Run "
            "`beurt debs` on a computer with Debian, and give the folder with --debs"
        )
    if out.exists() and any(out.iterdir()):
        raise CardFault(f"{out} is not empty, and `beurt debs` did not fill it; give a new folder")
    with tempfile.TemporaryDirectory() as place:
        apt = _Apt(Path(place), architecture)
        tell(f"… which packages {SUITE} has for {architecture}")
        apt.run("update")
        tell(f"… downloading {len(packages)} packages and what they need")
        apt.run("install", "--yes", "--download-only", *packages)
        out.mkdir(parents=True, exist_ok=True)
        for file in sorted(apt.archives.glob("*.deb")):
            # A colon stands in names of versions, and FAT allows none.
            shutil.copyfile(file, out / file.name.replace("%3a", "_"))
    index(out)
    total = sum(file.stat().st_size for file in out.iterdir())
    tell(f"{out}: {len(list(out.glob('*.deb')))} packages, {size_text(total)}")
    return total


def index(folder: Path) -> None:
    """Write the index that makes a folder of packages an archive for apt."""
    stanzas = [_stanza(file) for file in sorted(folder.glob("*.deb"))]
    (folder / INDEX).write_bytes("\n".join(stanzas).encode())


class _Apt:
    """apt with a place of its own, which knows nothing of this computer's packages."""

    def __init__(self, place: Path, architecture: str) -> None:
        for folder in ("var/lib/apt/lists/partial", "var/cache/apt/archives/partial", "etc/apt/preferences.d"):
            (place / folder).mkdir(parents=True)
        mirror = os.environ.get("MIRROR", MIRROR)
        sources = _SOURCES.format(keyring=KEYRING, mirror=mirror, suite=SUITE)
        (place / "etc/apt/sources.list").write_text(sources, encoding="utf-8")
        (place / "status").touch()
        self._configuration = place / "apt.conf"
        configuration = _CONFIGURATION.format(place=place, keyring=KEYRING, architecture=architecture)
        self._configuration.write_text(configuration, encoding="utf-8")
        self.archives = place / "var/cache/apt/archives"

    def run(self, *arguments: str) -> None:
        environment = {**os.environ, "APT_CONFIG": str(self._configuration), "LC_ALL": "C"}
        command = ["apt-get", "--quiet", "--quiet", *arguments]
        try:
            done = subprocess.run(  # noqa: S603
                command, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
            )
        except subprocess.TimeoutExpired as fault:
            raise CardFault(f"apt-get {arguments[0]} takes longer than {LIMIT_S // 60} minutes; try again") from fault
        if done.returncode:
            told = (done.stderr or done.stdout).strip().splitlines()
            raise CardFault(f"apt-get {arguments[0]} failed: {told[0] if told else 'it gave no reason'}")


def _stanza(file: Path) -> str:
    control = subprocess.run(  # noqa: S603
        ["dpkg-deb", "--field", str(file)],  # noqa: S607
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=True,
    ).stdout
    with file.open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    return f"{control.rstrip()}\nFilename: ./{file.name}\nSize: {file.stat().st_size}\nSHA256: {digest}\n"
