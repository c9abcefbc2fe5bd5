"""A jack that a test can plug into."""

import os
import struct
from pathlib import Path

EV_SW, EV_KEY, EV_SYN = 5, 1, 0
SW_HEADPHONE_INSERT = 2


class JackStandIn:
    """Stands in for the kernel's device of a jack: a FIFO that tells of the switch in the kernel's own records."""

    def __init__(self, path: Path, *, is_in: bool | None = False) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
        self._descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self._state_at_first = is_in

    def ask(self, _descriptor: int) -> bool | None:
        """What the kernel says of the switch when it is asked; None: there is no such switch."""
        return self._state_at_first

    def plug(self, *, is_in: bool) -> None:
        """Put something in the jack, or take it out."""
        self.tell((EV_SW, SW_HEADPHONE_INSERT, int(is_in)), (EV_SYN, 0, 0))

    def tell(self, *events: tuple[int, int, int]) -> None:
        """Send records of type, code and value."""
        self.send(b"".join(struct.pack("llHHi", 0, 0, *event) for event in events))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._descriptor, data)

    def go_away(self) -> None:
        """Be unplugged as a whole device."""
        os.close(self._descriptor)
        self.path.unlink()


def add_card(cards: Path, name: str, number: int = 1, *, is_usb: bool = True) -> Path:
    """List a sound card as the kernel does, by its number and by its name."""
    card = cards / f"card{number}"
    card.mkdir(parents=True)
    if is_usb:
        (card / "usbid").write_text("0d8c:0014\n")
    (cards / name).symlink_to(card.name)
    return card
