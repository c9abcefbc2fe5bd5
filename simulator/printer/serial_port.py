"""A serial line of a pty: the program under test opens the link as if it were a tty device."""

from __future__ import annotations

import contextlib
import os
import tty
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class SerialPort:
    """Makes `link` point to the pty while it is open."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self._master = self._slave = -1

    def open(self) -> None:
        """Make a pty and the link; OSError when something else is in the link's place."""
        if self._link.exists() and not self._link.is_symlink():
            raise FileExistsError(f"{self._link} is there already and is no link")
        self._master, self._slave = os.openpty()
        # Held open by us, so that the line lives on when a client closes it.
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        unfinished = self._link.with_name(f".{self._link.name}.{os.getpid()}")
        unfinished.symlink_to(os.ttyname(self._slave))
        unfinished.replace(self._link)

    def close(self) -> None:
        """Pull the plug: whoever has the line open sees it hang up."""
        if self._master < 0:
            return
        if self._link.is_symlink() and str(self._link.readlink()) == os.ttyname(self._slave):
            self._link.unlink()
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def sources(self, *, has_room: bool) -> list[int]:
        """The pty, unless the sender has to wait."""
        return [self._master] if has_room and self._master >= 0 else []

    def read(self, limit: int) -> bytes:
        """What has arrived, at most `limit` bytes."""
        if self._master < 0:
            return b""
        try:
            return os.read(self._master, limit)
        except BlockingIOError:
            return b""

    def write(self, data: bytes) -> None:
        """Send; what nobody takes is lost."""
        if self._master >= 0:
            with contextlib.suppress(BlockingIOError):
                os.write(self._master, data)
