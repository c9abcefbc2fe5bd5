"""What a printer hangs on, and what can be read from it without waiting."""

from __future__ import annotations

from typing import Protocol


class Port(Protocol):
    """A pty or a TCP port; all calls return at once."""

    def open(self) -> None:
        """Appear; OSError when that cannot be."""

    def close(self) -> None:
        """Disappear, as when the plug is pulled; harmless when closed."""

    def sources(self, *, has_room: bool) -> list[int]:
        """The file descriptors that tell when there is something to do; data count only when there is room."""

    def read(self, limit: int) -> bytes:
        """What has arrived, at most `limit` bytes."""

    def write(self, data: bytes) -> None:
        """Send; what nobody takes is lost."""
