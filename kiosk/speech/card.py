"""The sound card of a headset or handset on USB: it is in when the kernel lists the card."""

import re
from pathlib import Path
from typing import Final

CARDS: Final = Path("/proc/asound")
NAMED: Final = re.compile(r"(?:.*[:,])?CARD=(?P<named>[^,]+)|[a-z]+:(?P<first>[^,=]+)(?:,.*)?")


class Card:
    """The card that an ALSA device stands for, such as `plughw:CARD=Headset,DEV=0` or `hw:1,0`."""

    def __init__(self, device: str | None, cards: Path = CARDS) -> None:
        found = NAMED.match(device) if device else None
        name = (found["named"] or found["first"]) if found else None
        self._folder = cards / (f"card{name}" if name.isdecimal() else name) if name else None

    @property
    def is_in(self) -> bool:
        """Is it plugged in? A card of the machine's own stays in, and tells nothing."""
        return self._folder is not None and (self._folder / "usbid").exists()
