"""Whether the settings of this box can be used."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good

_MOST: Final = 5


def look(box: Box) -> Iterator[Finding]:
    """Says each fault, at most five, with the line it is in."""
    for trouble in box.trouble[:_MOST]:
        yield critical(trouble, "Put the file right; `beurt check /etc/beurt/branch.toml` says all that is wrong.")
    if not box.trouble and box.settings:
        yield good(f"{box.settings.branch.name}: this box is {', '.join(box.devices)}.")
