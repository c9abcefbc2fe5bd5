"""A box without systemd: versions that are shell scripts, and a systemctl that remembers which of them runs."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from small_release import Organisation

from upkeep.release.install import WHOLE, Versions
from upkeep.update.box import Box
from upkeep.update.changing import Outcome, Place, Update
from upkeep.update.fetching import Folder

BEURT = """\
#!/bin/sh
here=$(dirname "$(dirname "$(readlink -f "$0")")")
case "$1" in
    firmware) echo "laid by $(basename "$here")" >> "{folder}/calls" ;;
    --version) basename "$here" ;;
    *) exit 64 ;;
esac
"""
SYSTEMCTL = """\
#!/bin/sh
echo "$*" >> "{folder}/calls"
running="$(cat "{folder}/running")"
case "$1" in
    restart) basename "$(readlink "{root}/current")" > "{folder}/running" ;;
    is-active) test ! -e "{root}/releases/$running/down" && grep -qx "$3" "{folder}/units" ;;
    start)
        case "$2" in
            beurt-judge.service) cat "{root}/releases/$running/report.json" > "{folder}/health/beurt-judged.json" ;;
            beurt-people.service) cat "{folder}/people" > "{folder}/health/beurt-people" ;;
            beurt-backup.service) test ! -e "{folder}/full" ;;
        esac ;;
    show) cat "{root}/releases/$running/restarts" 2>/dev/null || echo 0 ;;
esac
"""


@dataclass
class StandInBox:
    """Named for what it is: everything around an update that a test cannot have is a small program here."""

    folder: Path

    def __post_init__(self) -> None:
        self.bin.mkdir(parents=True, exist_ok=True)
        (self.folder / "units").write_text("beurt-hub.service\nbeurt-kiosk.service\n")
        (self.folder / "people").write_text("0\n")
        (self.folder / "calls").touch()
        (self.folder / "health").mkdir(exist_ok=True)
        self._program(self.bin / "systemctl", SYSTEMCTL.format(folder=self.folder, root=self.root))
        self.versions = Versions(self.root)

    @property
    def root(self) -> Path:
        return self.folder / "opt"

    @property
    def bin(self) -> Path:
        """To be the first on the path."""
        return self.folder / "bin"

    @property
    def running(self) -> str:
        return (self.folder / "running").read_text().strip()

    @property
    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text().splitlines()

    @property
    def told(self) -> dict[str, str | None]:
        """What the doctor will read of the last update."""
        found: dict[str, str | None] = json.loads((self.folder / "health" / "update.json").read_text())
        return found

    def place(self, organisation: Organisation) -> Place:
        word = self.folder / "health" / "update.json"
        return Place(self.root, organisation.public, word, word.parent)

    def box(self, judged_within_s: float = 0.3) -> Box:
        """As an update sees it."""
        return Box(self.root, self.folder / "branch.toml", judged_within_s, self.folder / "health")

    def update(self, organisation: Organisation) -> Update:
        box = self.box()
        return Update(self.place(organisation), box, lambda: None, lambda _what: None)

    def run(self, organisation: Organisation, release: Path, *, older: bool = False, forced: bool = False) -> Outcome:
        update = self.update(organisation)
        return update.run(Folder(release), is_older_allowed=older, is_forced=forced)

    def has(self, version: str, release: Path | None = None, *, critical: str = "", is_down: bool = False) -> None:
        """Have a version installed, with what its doctor says and whether its services run."""
        folder = self.root / "releases" / version
        (folder / "bin").mkdir(parents=True)
        self._program(folder / "bin" / "beurt", BEURT.format(folder=self.folder))
        (folder / WHOLE).write_bytes((release / "SHA256SUMS").read_bytes() if release else b"")
        (folder / "report.json").write_text(report(version, critical))
        if is_down:
            (folder / "down").touch()

    def uses(self, version: str) -> None:
        self.versions.use(version)
        self.boots()

    def boots(self) -> None:
        """Whatever `current` is starts."""
        (self.folder / "running").write_text(f"{self.versions.current}\n")

    def on_path(self) -> dict[str, str]:
        return {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}"}

    @staticmethod
    def _program(file: Path, text: str) -> None:
        file.write_text(text)
        file.chmod(0o755)


def report(version: str, critical: str) -> str:
    """What a doctor says, with one thing critical or none."""
    findings = [{"check": "hub", "level": "critical", "what": critical, "todo": "look"}] if critical else []
    told = {"at": "2026-11-22T03:30:00.000Z", "host": "box", "branch": "proef", "devices": [], "version": version}
    return json.dumps({**told, "level": "critical" if critical else "good", "findings": findings})
