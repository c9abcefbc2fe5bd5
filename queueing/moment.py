"""When a command is judged."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """The hub's time at one command; it never runs backwards."""

    at: datetime
    """Aware, UTC, whole milliseconds."""
    is_trusted: bool = True
    """Whether something better than a guess stands behind the clock."""
    uptime_s: float = 0.0
    """How long the hub has been running in all, over its restarts."""
