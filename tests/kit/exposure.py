"""How exposed each service may be by the measure of `systemd-analyze security`, and why where it is more than most."""

from typing import Final

MOST: Final = 1.5
MORE: Final = {
    # A compositor's child draws with the graphics card, and Mesa compiles while it does.
    "beurt-kiosk.service": 1.8,
    "beurt-display.service": 1.8,
    # It gives each key to its program's group, so it is root with three of its rights.
    "beurt-certificates.service": 2.1,
    # They install programs and restart them: root, and short-lived.
    "beurt-update.service": 2.9,
    "beurt-update-resume.service": 2.9,
}


def limit(unit: str) -> float:
    """The most for a unit."""
    return MORE.get(unit, MOST)
