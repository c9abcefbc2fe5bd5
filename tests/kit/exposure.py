"""How exposed each service may be by the measure of `systemd-analyze security`, and why where it is more than most."""

from typing import Final

MOST: Final = 1.5
MORE: Final = {
    # A compositor's child draws with the graphics card, and Mesa compiles while it does.
    "beurt-kiosk.service": 1.8,
    "beurt-display.service": 1.8,
}


def limit(unit: str) -> float:
    """The most for a unit."""
    return MORE.get(unit, MOST)
