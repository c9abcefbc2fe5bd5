"""The box as an update sees it: its services, its doctor, and whether somebody waits."""

import subprocess
import time
from pathlib import Path

import msgspec

from doctor.comparison import new_criticals
from doctor.report import Report
from upkeep.release.faults import ReleaseFault

BROKER = "mosquitto"
UNITS = (BROKER, "beurt-hub", "beurt-console", "beurt-kiosk", "beurt-display")
TARGET = "beurt.target"
JUDGE, PEOPLE, BACKUP = "beurt-judge.service", "beurt-people.service", "beurt-backup.service"
"""Programs of the version in use, each with the rights of its own user: who updates has others, and no network."""

ANSWERS = Path("/run")
"""Where systemd puts what they say; nobody but root writes there."""

LIMIT_S = 120.0
BACKUP_LIMIT_S = 660.0
MOST_REPORT_BYTES = 1024 * 1024
STEADY_LOOKS = 3
"""How many times in a row all must be well."""

BETWEEN_LOOKS_S = 5.0


class Box:
    """Its programs, called by name; a program that cannot be run says no."""

    def __init__(self, root: Path, config: Path, judged_within_s: float, answers: Path = ANSWERS) -> None:
        self._beurt = root / "current" / "bin" / "beurt"
        self._config = config
        self._answers = answers
        self._judged_within_s = judged_within_s
        self._between_looks_s = min(BETWEEN_LOOKS_S, judged_within_s / 20)

    def units(self) -> tuple[str, ...]:
        """The services that run now."""
        return tuple(unit for unit in UNITS if self._is_active(unit))

    def report(self) -> Report | None:
        """What the doctor of the version in use says; None where he says nothing that can be read."""
        said = self._asked(JUDGE, "beurt-judged.json")
        try:
            return msgspec.json.decode(said, type=Report)
        except msgspec.MsgspecError:
            return None

    def people(self) -> int | None:
        """How many wait or are being helped; None where this box does not know."""
        said = self._asked(PEOPLE, "beurt-people").strip()
        return int(said) if said.isdigit() else None

    def back_up(self) -> None:
        """Have the hub's own user make a backup; raises ReleaseFault."""
        trouble = self._failure(["systemctl", "start", BACKUP], BACKUP_LIMIT_S)
        if trouble:
            raise ReleaseFault(f"no update without a backup: {trouble}; see journalctl -u {BACKUP}")

    def restart(self, devices: tuple[str, ...], units: tuple[str, ...]) -> str | None:
        """Lay the system files of the version in use, and start what ran; what went wrong."""
        commands = [["systemctl", "daemon-reload"], ["systemctl", "restart", TARGET]]
        if BROKER in units:
            # Its settings and rights are among the files; by name, as one that failed must start too.
            commands.insert(1, ["systemctl", "restart", f"{BROKER}.service"])
        if devices:
            chosen = [word for device in devices for word in ("--device", device)]
            commands.insert(0, [str(self._beurt), "firmware", "--branch", str(self._config), "--root", "/", *chosen])
        return next(filter(None, map(self._failure, commands)), None)

    def trouble(self, units: tuple[str, ...], before: Report | None) -> str | None:
        """What is worse than before, once that stays so; None as soon as all is steadily well."""
        end_s, looks, wrong = time.monotonic() + self._judged_within_s, 0, None
        starts = self._starts(units)
        while looks < STEADY_LOOKS:
            wrong = self._look(units, before)
            now = self._starts(units)
            looks, starts = (looks + 1 if wrong is None and now == starts else 0), now
            if not looks and time.monotonic() > end_s:
                return wrong or "a service starts again and again"
            if looks < STEADY_LOOKS:
                time.sleep(self._between_looks_s)
        return None

    def _look(self, units: tuple[str, ...], before: Report | None) -> str | None:
        down = [unit for unit in units if not self._is_active(unit)]
        if down:
            return f"{', '.join(down)} does not run"
        now = self.report()
        if now is None:
            return "the doctor of this version says nothing that can be read"
        worse = [finding for finding in now.troubles if finding.level == "critical"]
        if before is not None:
            worse = list(new_criticals(before, now))
        return f"{worse[0].name}: {worse[0].what}" if worse else None

    def _asked(self, unit: str, answer: str) -> bytes:
        done = self._run("systemctl", "start", unit)
        if done is None or done.returncode:
            return b""
        try:
            with (self._answers / answer).open("rb") as file:
                return file.read(MOST_REPORT_BYTES)
        except OSError:
            return b""

    def _failure(self, command: list[str], limit_s: float = LIMIT_S) -> str | None:
        done = self._run(*command, limit_s=limit_s)
        if done is not None and done.returncode == 0:
            return None
        told = (done.stderr.strip().splitlines()[-1:] if done else []) or ["it cannot be run"]
        return f"{' '.join(command[:3])} failed: {told[0]}"

    def _is_active(self, unit: str) -> bool:
        done = self._run("systemctl", "is-active", "--quiet", f"{unit}.service")
        return done is not None and done.returncode == 0

    def _starts(self, units: tuple[str, ...]) -> str:
        names = [f"{unit}.service" for unit in units]
        done = self._run("systemctl", "show", "--property=NRestarts", "--value", *names)
        return done.stdout if done else ""

    def _run(self, *command: str, limit_s: float = LIMIT_S) -> subprocess.CompletedProcess[str] | None:
        try:
            return subprocess.run(  # noqa: S603 - the system's own programs, and those of a release that was checked
                command, capture_output=True, text=True, timeout=limit_s, check=False
            )
        except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
            return None
