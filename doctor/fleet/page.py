"""The page: what needs a person today on top, then all branches; one file, no script, nothing from elsewhere."""

from datetime import datetime, timedelta
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from doctor.fleet.branches import Fleet, State
from wire.times import at_moment

WORDS: Final[dict[State, str]] = {
    "unreachable": "Out of reach",
    "critical": "Critical",
    "warning": "Warning",
    "good": "Good",
}
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)


def page(fleet: Fleet) -> str:
    """The whole page; whatever a branch said is text in it, never markup."""
    now = at_moment(fleet.at)

    def ago(at: str | None) -> str:
        return since(at, now)

    environment = Environment(
        loader=PackageLoader("doctor.fleet", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja").render(
        fleet=fleet,
        today=fleet.of("unreachable", "critical"),
        soon=fleet.of("warning"),
        made=f"{now:%A %d %B %Y, %H:%M} UTC",
        words=WORDS,
        ago=ago,
    )


def since(at: str | None, now: datetime) -> str:
    """How long ago, in words; what is no moment is "not known"."""
    try:
        passed = now - at_moment(at or "")
    except ValueError:
        return "not known"
    if passed < _MINUTE:
        return "just now"
    for length, word in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        count = passed // length
        if count:
            return f"{count} {word}{'s' if count > 1 else ''} ago"
    return "just now"
