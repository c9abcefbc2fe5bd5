"""What a stream of bytes is cut into: text, commands, and blocks of data that may be long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes to print as letters."""

    data: bytes

    @property
    def length(self) -> int:
        """How many bytes of the receive buffer this takes."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Command:
    """One control byte or command with all its parameters."""

    name: bytes
    params: bytes = b""

    @property
    def length(self) -> int:
        """How many bytes of the receive buffer this takes."""
        return len(self.name) + len(self.params)


@dataclass(frozen=True, slots=True)
class BlockStart:
    """A command that `size` bytes of data follow."""

    name: bytes
    params: bytes
    size: int

    @property
    def length(self) -> int:
        """How many bytes of the receive buffer this takes."""
        return len(self.name) + len(self.params)


@dataclass(frozen=True, slots=True)
class BlockData:
    """A piece of the data of the block that was begun; `is_last` ends it."""

    data: bytes
    is_last: bool

    @property
    def length(self) -> int:
        """How many bytes of the receive buffer this takes."""
        return len(self.data)


Frame = Text | Command | BlockStart | BlockData
