"""The control FIFO: one word a line switches faults on and off while the printer runs."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_LINE_BYTES = 200
READ_BYTES = 4096


class ControlFifo:
    """Reads lines; made when it is missing, and then removed at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_ours = not path.exists()
        if self._is_ours:
            os.mkfifo(path, 0o600)
        elif not stat.S_ISFIFO(path.stat().st_mode):
            raise FileExistsError(f"{path} is there already and is no FIFO")
        # Open for writing too: without a writer a FIFO is at its end all the time.
        self._handle = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self._rest = b""

    def fileno(self) -> int:
        """To wait for."""
        return self._handle

    def lines(self) -> list[str]:
        """The lines that have come in; one that is too long is cut off."""
        with contextlib.suppress(BlockingIOError):
            self._rest += os.read(self._handle, READ_BYTES)
        *whole, rest = self._rest.split(b"\n")
        self._rest = rest[:LONGEST_LINE_BYTES]
        return [line[:LONGEST_LINE_BYTES].decode("utf-8", errors="replace").strip() for line in whole]

    def close(self) -> None:
        """Close, and remove it where we made it."""
        os.close(self._handle)
        if self._is_ours:
            self._path.unlink(missing_ok=True)
