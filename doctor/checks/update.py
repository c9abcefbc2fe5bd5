"""What came of the last update, or of fetching one."""

from collections.abc import Iterator
from typing import Final

import msgspec

from doctor.box import Box
from doctor.report import Finding, good, not_here, warning

LAST: Final = "/var/lib/beurt-health/update.json"
FETCHED: Final = "/var/cache/beurt-update/update.json"
"""Is there only while what is on offer is refused."""

_LONGEST: Final = 200


class Last(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """What the last run of `beurt update` wrote of itself."""

    at: str
    outcome: str
    from_: str | None = None
    to: str | None = None
    trouble: str | None = None


def look(box: Box) -> Iterator[Finding]:
    """Says whether the last update stayed."""
    texts = [(place, text) for place in (FETCHED, LAST) if (text := box.machine.text(place)) is not None]
    if not texts:
        yield not_here("No update was tried on this box yet.")
    for place, text in texts:
        try:
            yield judge(msgspec.json.decode(text, type=Last))
        except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
            yield warning(f"{place} cannot be read: {fault}.", "Run the update again: systemctl start beurt-update.")


def judge(last: Last) -> Finding:
    """A box that went back is safe, but stays behind."""
    why = f": {last.trouble[:_LONGEST]}" if last.trouble else ""
    values = {"outcome": last.outcome, "to": last.to}
    if last.outcome == "rolled-back":
        return warning(
            f"The update to {last.to} of {last.at} was taken back{why}",
            f"The box runs {last.from_} as before. Read why: journalctl -u beurt-update-install. Tell who made it.",
            **values,
        )
    if last.outcome == "refused":
        advice = "See that the release folder is whole, and signed with the key that belongs to /etc/beurt/release.pub."
        return warning(f"The update of {last.at} was refused{why}", advice, **values)
    return good(f"The last update, of {last.at}: {last.outcome}{f' {last.to}' if last.to else ''}.", **values)
