"""What a program says of itself on its own box, in memory only: also there when the broker is not."""

import logging
import threading
from pathlib import Path
from typing import Final

from msgspec import Struct

from runtime.files import FOR_GROUP, note
from runtime.logs import RateLimited
from wire.devices import DeviceStatus
from wire.payload import encode

FOLDER: Final = Path("/run/beurt")
"""Made by systemd-tmpfiles; where it is not, nothing is written."""

_writing = threading.Lock()
noise = RateLimited(logging.getLogger(__name__), interval_s=3600)


class LocalWord(Struct, frozen=True, kw_only=True):
    """The status as it would go out, and whether there is a broker to take it."""

    is_connected: bool
    status: DeviceStatus


def keep(word: LocalWord, folder: Path = FOLDER) -> None:
    """Put it where the doctor of this box reads it; whole or not at all."""
    if not folder.is_dir():
        return
    file = folder / f"{word.status.device}.json"
    try:
        with _writing:
            note(file, encode(word), FOR_GROUP)
    except OSError as fault:
        noise.warning(str(file), "the word for the doctor cannot be written: %s", fault)
