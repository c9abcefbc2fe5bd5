"""What was seen of the branches: the JSON of `beurt fleet --json`, and what the page shows."""

from datetime import datetime, timedelta
from typing import Final, Literal

from msgspec import Struct, field

from doctor.report import Report
from wire.times import At, at_moment, at_text

State = Literal["unreachable", "critical", "warning", "good"]

STATES: Final[tuple[State, ...]] = ("unreachable", "critical", "warning", "good")
"""The worst first: of a branch that is out of reach nobody knows anything."""

STALE: Final = timedelta(minutes=30)
LONGEST: Final = 400
MOST_TROUBLES: Final = 40


class Trouble(Struct, frozen=True, kw_only=True):
    """One thing that wants somebody."""

    level: Literal["critical", "warning"]
    name: str
    what: str
    advice: str | None = field(default=None, name="todo")


class Branch(Struct, frozen=True, kw_only=True):
    """One branch as it was reached, or was not."""

    name: str
    state: State
    troubles: tuple[Trouble, ...] = ()
    devices: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    looked_at: At | None = None
    """When a doctor there last looked; of several boxes the one that looked longest ago."""

    reached_at: At | None = None
    """When it was last reached, where that is known."""


class Fleet(Struct, frozen=True, kw_only=True):
    """All branches of one organisation; new fields may come, none goes or changes its meaning."""

    schema: Literal[1] = 1
    at: At
    title: str
    branches: tuple[Branch, ...]

    @property
    def exit_code(self) -> int:
        """0 good, 1 warning, 2 critical or out of reach."""
        worst = min((STATES.index(branch.state) for branch in self.branches), default=STATES.index("good"))
        return {"unreachable": 2, "critical": 2, "warning": 1, "good": 0}[STATES[worst]]

    def of(self, *states: State) -> list[Branch]:
        """The branches that are so, the worst first and then as the file lists them."""
        found = [branch for branch in self.branches if branch.state in states]
        return sorted(found, key=lambda branch: STATES.index(branch.state))


def unreachable(name: str, why: str) -> Branch:
    """A branch that could not be reached."""
    trouble = Trouble(
        level="critical",
        name="connection",
        what=f"{why[:1].upper()}{why[1:LONGEST]}",
        advice="Ring the branch: is the box on, does the internet work there? Until then nobody knows how it is.",
    )
    return Branch(name=name, state="unreachable", troubles=(trouble,))


def of_reports(name: str, reports: list[Report], now: datetime) -> Branch:
    """A branch by the full reports of its boxes."""
    told = [_as_trouble(report, at) for report in reports for at in range(len(report.troubles))]
    told += [_stale(report.host, report.at) for report in reports if is_stale(report.at, now)]
    return made(
        name,
        told,
        devices=tuple(device for report in reports for device in report.devices),
        versions=tuple(report.version for report in reports),
        looked_at=min(report.at for report in reports),
        now=now,
    )


def made(
    name: str,
    troubles: list[Trouble],
    *,
    devices: tuple[str, ...],
    versions: tuple[str, ...],
    looked_at: str | None,
    now: datetime,
) -> Branch:
    """A branch that was reached; what two boxes say alike is told once, the worst first."""
    told = sorted(dict.fromkeys(troubles), key=lambda trouble: trouble.level)[:MOST_TROUBLES]
    return Branch(
        name=name,
        state=told[0].level if told else "good",
        troubles=tuple(told),
        devices=devices,
        versions=tuple(sorted(set(versions))),
        looked_at=looked_at,
        reached_at=at_text(now),
    )


def is_stale(at: str, now: datetime) -> bool:
    """Did the doctor look so long ago that it says little?"""
    try:
        return now - at_moment(at) > STALE
    except ValueError:
        return True


def _as_trouble(report: Report, at: int) -> Trouble:
    finding = report.troubles[at]
    level: Literal["critical", "warning"] = "critical" if finding.level == "critical" else "warning"
    advice = finding.advice[:LONGEST] if finding.advice else None
    return Trouble(level=level, name=finding.name[:LONGEST], what=finding.what[:LONGEST], advice=advice)


def _stale(host: str, at: str) -> Trouble:
    return Trouble(
        level="critical",
        name=f"doctor ({host[:40]})",
        what=f"Nothing was heard of this box since {at[:30]}.",
        advice="Is the box on? If it is: systemctl status beurt-health.timer there.",
    )
