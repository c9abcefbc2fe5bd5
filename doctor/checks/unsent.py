"""Whether numbers that a kiosk gave by itself still wait to be handed in to the hub."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning

SET_ASIDE: Final = "/var/lib/beurt-kiosk/*.faulty"


def look(box: Box) -> Iterator[Finding]:
    """Says of each kiosk how many numbers the hub does not know yet."""
    if not box.of("kiosk"):
        yield not_here("This box has no kiosk.")
        return
    for device in box.of("kiosk"):
        word = box.words.get(device)
        waiting = word.said.status.facts.get("spare_numbers_waiting") if word else None
        if word is None or not isinstance(waiting, int):
            yield not_here("The kiosk has not said yet how many numbers wait.", device)
        else:
            yield judge(device, waiting, is_connected=word.said.is_connected)
    aside = box.machine.paths(SET_ASIDE)
    if aside:
        yield warning(
            f"{len(aside)} files of the kiosk could not be read and were set aside: {', '.join(aside[:3])}.",
            "The card may be failing: see the card. Then delete them.",
            count=len(aside),
        )


def judge(device: str, waiting: int, *, is_connected: bool) -> Finding:
    """Those that wait while the hub is there are not taken."""
    if not waiting:
        return good("No number waits to be handed in.", device, waiting=0)
    told = f"{waiting} numbers wait to be handed in to the hub."
    if is_connected:
        advice = "If they stay: journalctl -u beurt-hub -n 50 on the hub's box."
        return warning(told, advice, device, waiting=waiting)
    return critical(told, "See the broker and the network: the hub is out of reach.", device, waiting=waiting)
