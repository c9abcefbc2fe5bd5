"""What a program says of itself on its own box, in memory only: also there when the broker is not."""

import logging
import os
import threading
from pathlib import Path
from typing import Final

from msgspec import Struct

from runtime.logs import RateLimited
from wire.devices import DeviceStatus
from wire.payload import encode

FOLDER: Final = Path("/run/beurt")
"""Made by systemd-tmpfiles; where it is not, nothing is written."""

_writing = threading.Lock()
_log = RateLimited(logging.getLogger(__name__), interval_s=3600)


class LocalWord(Struct, frozen=True, kw_only=True):
    """The status as it would go out, and whether there is a broker to take it."""

    is_connected: bool
    status: DeviceStatus


def keep(word: LocalWord, folder: Path = FOLDER) -> None:
    """Put it where the doctor of this box reads it; whole or not at all."""
    if not folder.is_dir():
        return
    file = folder / f"{word.status.device}.json"
    part = file.with_suffix(".part")
    try:
        with _writing:
            _write(part, encode(word))
            part.replace(file)
    except OSError as fault:
        _log.warning(str(file), "the word for the doctor cannot be written: %s", fault)


def _write(file: Path, data: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640), "wb") as target:
        target.write(data)
