"""The branch as the rules need to know it: what there is, not how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from queueing.hours import Timetable


@dataclass(frozen=True, slots=True)
class Line:
    """One line of waiting people, with the letter of its numbers ("" for none)."""

    id: str
    letter: str = ""
    limit: int | None = None
    """How many may wait at most."""
    hours: Timetable | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A kiosk, or another box that may take a ticket."""

    id: str
    spare_letter: str | None = None
    has_printer: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a command may refer to."""

    zone: ZoneInfo
    languages: tuple[str, ...]
    lines: tuple[Line, ...]
    """In order of the branch file; the first is the one for who names none."""
    topics: Mapping[str, str]
    """Topic to line, both levels."""
    desks: Mapping[str, tuple[str, ...]]
    """Desk to its lines."""
    devices: Mapping[str, Device]
    hours: Timetable | None = None
    """None: always open."""
    last_ticket: timedelta = timedelta()
    organisations: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    line_of: Mapping[str, Line] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "line_of", {line.id: line for line in self.lines})
