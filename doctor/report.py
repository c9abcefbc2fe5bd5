"""What the doctor found: the JSON of `beurt doctor --json` and of doctor.json, read by people and programs."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct, field

from wire.devices import Fact
from wire.times import At

Level = Literal["good", "warning", "critical", "not-here"]

LEVELS: Final[tuple[Level, ...]] = ("critical", "warning", "good", "not-here")
"""The worst first; `not-here` is what this box does not have, and says nothing good."""

EXIT_CODES: Final[dict[Level, int]] = {"good": 0, "not-here": 0, "warning": 1, "critical": 2}
"""As Nagios, Icinga and Checkmk take them."""


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one check says of one thing: what is so, and what a person should do about it (`todo` in the JSON)."""

    check: str = ""
    level: Level
    what: str
    subject: str | None = None
    advice: str | None = field(default=None, name="todo")
    values: dict[str, Fact] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The check, and what of the box it looked at."""
        return self.check if self.subject is None else f"{self.check} ({self.subject})"


class Report(Struct, frozen=True, kw_only=True):
    """One visit of the doctor to one box; new fields may come, none goes or changes its meaning."""

    schema: Literal[1] = 1
    at: At
    host: str
    branch: str | None
    branch_name: str | None = None
    devices: tuple[str, ...]
    version: str
    level: Level
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """0 good, 1 warning, 2 critical."""
        return EXIT_CODES[self.level]

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """What is not good, the worst first."""
        return tuple(finding for finding in worst_first(self.findings) if EXIT_CODES[finding.level])


def good(what: str, subject: str | None = None, /, **values: Fact) -> Finding:
    """All is well with this."""
    return Finding(level="good", what=what, subject=subject, values=values)


def warning(what: str, advice: str, subject: str | None = None, /, **values: Fact) -> Finding:
    """Somebody should look at this soon."""
    return Finding(level="warning", what=what, advice=advice, subject=subject, values=values)


def critical(what: str, advice: str, subject: str | None = None, /, **values: Fact) -> Finding:
    """Somebody must do something today."""
    return Finding(level="critical", what=what, advice=advice, subject=subject, values=values)


def not_here(what: str, subject: str | None = None) -> Finding:
    """This box does not have it, so there is nothing to say of it."""
    return Finding(level="not-here", what=what, subject=subject)


def worst(findings: Iterable[Finding]) -> Level:
    """The level of the whole; what is not here does not count."""
    return min((finding.level for finding in findings if finding.level != "not-here"), key=LEVELS.index, default="good")


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """In the order in which a person wants to read them."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))
