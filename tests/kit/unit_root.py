"""A folder with a box's units as they would be installed, for Debian's own systemd-analyze to look at."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

SOURCE: Final = Path(__file__).parents[2] / "systemd"
PROGRAMS: Final = (
    "usr/local/bin/beurt",
    "opt/beurt/previous/bin/beurt",
    "usr/bin/cage",
    "usr/bin/labwc",
    "usr/bin/env",
    "usr/bin/systemctl",
    "usr/bin/seatd",
    "usr/sbin/mosquitto",
    "bin/kill",
)
OTHERS: Final = {
    "seatd.service": "[Service]\nExecStart=/usr/bin/seatd\n",
    "mosquitto.service": "[Service]\nType=notify\nExecStart=/usr/sbin/mosquitto\n",
}
UNIT_ENDINGS: Final = {".service", ".timer", ".path", ".target", ".socket", ".mount"}


@dataclass(frozen=True)
class UnitRoot:
    """The units below a folder, looked at by the systemd of a Debian; `/` is this computer."""

    folder: Path
    debian: Path

    @property
    def units(self) -> list[str]:
        """Ours, and the broker's with our drop-in."""
        ours = sorted(path.name for path in SOURCE.iterdir() if path.suffix in UNIT_ENDINGS)
        return [*ours, "mosquitto.service"]

    def verdict(self, *units: str) -> str:
        """What `systemd-analyze verify` says; nothing is good."""
        done = self._analyze("verify", "--man=no", *units)
        return done.stdout + done.stderr

    def exposure(self, unit: str) -> float:
        """How much of the system a service could reach if it were taken over, from 0 to 10."""
        told = self._analyze("security", "--offline=true", unit).stdout
        found = re.search(rf"exposure level for {re.escape(unit)}: ([0-9.]+)", told)
        assert found, told
        return float(found[1])

    def add(self, unit: str, text: str) -> None:
        """Put in one more, or another instead."""
        (self.folder / "etc/systemd/system" / unit).write_text(text)

    def _analyze(self, what: str, *rest: str) -> "subprocess.CompletedProcess[str]":
        inside = "/" + str(self.folder.relative_to(self.debian))
        command = ["systemd-analyze", what, f"--root={inside}", *rest]
        if self.debian != Path("/"):
            command = ["chroot", str(self.debian), *command]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@contextmanager
def unit_root(debian: Path = Path("/")) -> Iterator[UnitRoot]:
    """The units with all that they name, below a folder of a Debian, as long as they are needed."""
    with TemporaryDirectory(prefix="beurt-units-", dir=debian / "tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        packaged = folder / "usr/lib/systemd/system"
        shutil.copytree(debian / "usr/lib/systemd/system", packaged, symlinks=True)
        for unit, text in OTHERS.items():
            (packaged / unit).write_text(text)
        for program in PROGRAMS:
            (folder / program).parent.mkdir(parents=True, exist_ok=True)
            (folder / program).touch(0o755)
        shutil.copytree(SOURCE, folder / "etc/systemd/system")
        yield UnitRoot(folder, debian)
