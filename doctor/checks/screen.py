"""Whether a screen is connected where this box shows something."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning
from doctor.units import draws_nowhere

CONNECTORS: Final = "/sys/class/drm/card*-*/status"


def look(box: Box) -> Iterator[Finding]:
    """Says at which connectors a screen is."""
    shown = [unit for unit in ("kiosk", "display") if box.has(unit)]
    if not shown:
        yield not_here("This box shows nothing.")
    elif all(draws_nowhere(box.machine, f"beurt-{unit}.service") for unit in shown):
        yield not_here("This box was told to draw on no screen.")
    else:
        yield judge(box.machine.texts(CONNECTORS), has_visitors_at_it="kiosk" in shown)


def judge(connectors: dict[str, str], *, has_visitors_at_it: bool) -> Finding:
    """`connectors` are the kernel's status files; a television says that it is away when it is switched off."""
    connected = [PurePosixPath(path).parent.name for path, status in connectors.items() if status == "connected"]
    if connected:
        return good(f"A screen is at {', '.join(name.partition('-')[2] for name in connected)}.", count=len(connected))
    told = "No screen is connected." if connectors else "The kernel sees no place for a screen."
    advice = (
        "See whether the screen is on and its cable is in at both ends; on a Pi use the HDMI port next to the power."
    )
    if has_visitors_at_it:
        return critical(told, advice, count=0)
    return warning(f"{told} A television that is switched off may look so too.", advice, count=0)
