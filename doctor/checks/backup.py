"""How long ago the last backup was made, and whether it is there."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import msgspec

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning
from wire.times import at_moment

FOLDER: Final = "/var/backups/beurt"
LAST: Final = f"{FOLDER}/last.json"
OLD: Final = timedelta(hours=36)
VERY_OLD: Final = timedelta(days=8)
_ADVICE: Final = "Make one now: systemctl start beurt-backup.service; then: journalctl -u beurt-backup -n 30."


class Last(msgspec.Struct, frozen=True):
    """What the last run of `beurt backup` wrote of itself; no file where no day was closed yet."""

    at: str
    file: str | None = None
    trouble: str | None = None


def look(box: Box) -> Iterator[Finding]:
    """Says when the hub's database was last copied."""
    if not box.of("hub"):
        yield not_here("This box has no hub, so nothing to back up.")
        return
    text = box.machine.text(LAST)
    if text is None:
        is_new = box.age is not None and box.age < OLD
        told = "No backup was made on this box yet."
        yield not_here(f"{told} The first comes after its first day.") if is_new else warning(told, _ADVICE)
        return
    try:
        last = msgspec.json.decode(text, type=Last)
        at = at_moment(last.at)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        yield warning(f"{LAST} cannot be read: {fault}.", _ADVICE)
        return
    is_there = last.file is None or box.machine.has(f"{FOLDER}/{last.file}")
    yield judge(last, box.now - at, at, is_there=is_there)


def judge(last: Last, age: timedelta, at: datetime, *, is_there: bool) -> Finding:
    """What to make of it; a box that was off over a long weekend makes one at its start."""
    told = f"The last was made on {at:%Y-%m-%d %H:%M} UTC"
    values = {"age_hours": round(age / timedelta(hours=1), 1)}
    if last.trouble:
        return critical(f"The last one failed: {last.trouble}", _ADVICE, **values)
    if not is_there:
        return critical(f"{told}, but {last.file} is not there.", _ADVICE, **values)
    if age > VERY_OLD:
        return critical(f"{told}, {age.days} days ago.", _ADVICE, **values)
    if age > OLD:
        return warning(f"{told}, {age / timedelta(hours=1):.0f} hours ago.", _ADVICE, **values)
    return good(f"{told}.", **values)
