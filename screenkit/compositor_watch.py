"""Tells systemd how the compositor is that two screens share: it has no word for that of its own."""

from pathlib import Path
from typing import Final

from runtime.process import Stop, Systemd
from screenkit.compositor import Compositor

LOOK_EVERY_S: Final = 0.25


def run(address: Path) -> int:
    """Until the end is asked for: ready once it answers, alive as long as it does, and ended where it hangs."""
    stop, systemd, compositor = Stop(), Systemd(), Compositor(address)
    is_ready = False
    while not stop.wait(LOOK_EVERY_S):
        if compositor.is_answering():
            if not is_ready:
                systemd.ready()
                is_ready = True
            systemd.alive()
        elif compositor.hangs:
            systemd.hangs()
    compositor.close()
    return 0
