"""Keeps a file whole: who reads it sees the one before or the new one, never half of one."""

import os
from pathlib import Path
from typing import Final

READABLE: Final = 0o640
"""By the box's own programs, which share a group."""


def keep(file: Path, data: bytes, mode: int = READABLE) -> None:
    """Write it beside the file that is there, then in its place.

    Raises:
        OSError: there is no such folder, no room or no right.
    """
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as target:
        # The umask of a service takes more away than is meant here.
        os.fchmod(target.fileno(), mode)
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    part.replace(file)
