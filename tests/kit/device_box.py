"""The booted box that scripts/test-device gives the tests, seen from outside."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PATIENCE_S = 180.0
_LOOK_EVERY_S = 0.1


@dataclass(frozen=True)
class DeviceBox:
    """A box by its PID 1, as this computer numbers it."""

    init: int

    @classmethod
    def given(cls) -> Self:
        """The one of this run."""
        return cls(int(os.environ["DEVICE_PID"]))

    def path(self, path: str) -> Path:
        """Where a path of the box is for programs outside."""
        return Path(f"/proc/{self.init}/root", path.lstrip("/"))

    def run(self, *command: str, check: bool = True, **options: object) -> "subprocess.CompletedProcess[str]":
        """A command in the box, as root; what it said is in the result."""
        inside = ["nsenter", "--all", f"--target={self.init}", "--", *command]
        done = subprocess.run(inside, capture_output=True, text=True, timeout=PATIENCE_S, check=False, **options)  # type: ignore[call-overload]
        assert not check or done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
        return done  # type: ignore[no-any-return]

    def unit(self, unit: str, about: str) -> str:
        """What systemd knows of a unit."""
        return self.run("systemctl", "show", "--property", about, "--value", unit).stdout.strip()

    def moment_s(self, unit: str, about: str) -> float:
        """When something became so, by the clock of the computer; without a unit, what systemd knows of itself."""
        about_whom = (unit,) if unit else ()
        return int(self.run("systemctl", "show", "--property", about, "--value", *about_whom).stdout) / 1e6

    def processes(self, unit: str) -> list[int]:
        """The processes of a unit, as this computer numbers them."""
        group = self.path(f"/sys/fs/cgroup/system.slice/{unit}/cgroup.procs")
        return [int(line) for line in group.read_text().split()] if group.exists() else []

    def process(self, unit: str, name: str) -> int:
        """The one process of a unit that goes by a name."""
        found = [each for each in self.processes(unit) if _name(each) == name]
        assert len(found) == 1, (unit, name, found)
        return found[0]

    def number_inside(self, process: int) -> int:
        """How the box numbers one of its processes."""
        status = Path(f"/proc/{process}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("NSpid:")).split()[-1])

    def signal(self, unit: str, number: signal.Signals) -> None:
        """Send all processes of a unit a signal."""
        for process in self.processes(unit):
            os.kill(process, number)

    def journal(self, *about: str) -> str:
        """The lines of the journal, the text only."""
        return self.run("journalctl", "--boot", "--no-pager", "--output=cat", *about).stdout


def seconds_until(is_so: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
    """How long it took until something was so; as long as it may take, and an assertion after that."""
    began_s = time.monotonic()
    while not is_so():
        assert time.monotonic() - began_s < patience_s, f"not within {patience_s} s"
        time.sleep(_LOOK_EVERY_S)
    return time.monotonic() - began_s


def _name(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text().strip()
    except FileNotFoundError:
        return ""
