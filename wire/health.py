"""What the doctor of this box last found, as facts in the status of every program that runs on it."""

import logging
import os
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from runtime.logs import RateLimited
from wire.devices import DeviceStatus, Fact

FILE: Final = Path("/var/lib/beurt-health/doctor.json")
"""Written whole by `beurt doctor --keep`; where it is not, nothing is said."""

MOST_BYTES: Final = 256 * 1024
MOST_TROUBLES: Final = 12
LONGEST: Final = 240

noise = RateLimited(logging.getLogger(__name__), interval_s=3600)


class _Finding(msgspec.Struct, frozen=True):
    check: str
    level: str
    what: str
    subject: str | None = None
    todo: str | None = None


class _Report(msgspec.Struct, frozen=True):
    at: str
    level: str
    findings: tuple[_Finding, ...]


class Health:
    """Reads the file again only when it has changed."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._facts: dict[str, Fact] = {}

    def added_to(self, status: DeviceStatus) -> DeviceStatus:
        """The status with the doctor's facts beside its own: `doctor`, `doctor_at`, `doctor_1`, `doctor_1_todo`, …."""
        facts = self.facts()
        return replace(status, facts={**facts, **status.facts}) if facts else status

    def facts(self) -> dict[str, Fact]:
        """What it found, the worst first and bounded; empty where no doctor was."""
        try:
            now = os.stat(self._file)  # noqa: PTH116 - called at each heartbeat, and mostly there is none
        except OSError:
            return {}
        seen = now.st_mtime_ns, now.st_ino
        if seen != self._seen:
            self._seen, self._facts = seen, self._read()
        return self._facts

    def _read(self) -> dict[str, Fact]:
        try:
            with self._file.open("rb") as file:
                return _facts_of(msgspec.json.decode(file.read(MOST_BYTES), type=_Report))
        except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as fault:
            noise.warning("read", "the doctor's findings cannot be read: %s", fault)
            return {}


def _facts_of(report: _Report) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"doctor": report.level[:LONGEST], "doctor_at": report.at[:LONGEST]}
    bad = [finding for level in ("critical", "warning") for finding in report.findings if finding.level == level]
    for count, finding in enumerate(bad[:MOST_TROUBLES], start=1):
        name = finding.check if finding.subject is None else f"{finding.check} ({finding.subject})"
        facts[f"doctor_{count}"] = f"{finding.level}: {name}: {finding.what}"[:LONGEST]
        if finding.todo:
            facts[f"doctor_{count}_todo"] = finding.todo[:LONGEST]
    return facts
