"""What a printer says, cut into its kinds of answers, which their fixed bits tell apart."""

from dataclasses import dataclass
from typing import Final

XON_XOFF: Final = b"\x11\x13"
BLOCK_STARTS: Final = b"\x37\x5f"
LONGEST_BLOCK: Final = 80

FIXED_BITS: Final = 0x93
REAL_TIME: Final = 0x12
AUTOMATIC: Final = 0x10
AUTOMATIC_BYTES: Final = 4
NOT_IN_DATA: Final = 0x90


@dataclass(frozen=True, slots=True)
class RealTime:
    """The answer to DLE EOT; which question it answers, only the order tells."""

    byte: int


@dataclass(frozen=True, slots=True)
class Automatic:
    """The four bytes that a printer sends by itself at each change."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """The answer to GS r: all before it was taken in hand."""

    byte: int


@dataclass(frozen=True, slots=True)
class Block:
    """A longer answer: its first byte and what follows, without the NUL at its end."""

    head: int
    data: bytes


Answer = RealTime | Automatic | Paper | Block


class AnswerParser:
    """Takes bytes as they come; what fits nothing is dropped."""

    def __init__(self) -> None:
        self._begun = b""

    def feed(self, data: bytes) -> list[Answer]:
        """The answers that these bytes complete."""
        return [answer for byte in data if (answer := self._take(byte)) is not None]

    def forget(self) -> None:
        """Drop an answer that has begun: its rest is not coming."""
        self._begun = b""

    def _take(self, byte: int) -> Answer | None:
        if self._begun:
            return self._go_on(byte)
        if byte in XON_XOFF:
            return None
        if byte & FIXED_BITS == REAL_TIME:
            return RealTime(byte)
        if byte & FIXED_BITS == AUTOMATIC or byte in BLOCK_STARTS:
            self._begun = bytes([byte])
            return None
        return Paper(byte) if byte & NOT_IN_DATA == 0 else None

    def _go_on(self, byte: int) -> Answer | None:
        if byte in XON_XOFF:
            return None
        return self._block(byte) if self._begun[0] in BLOCK_STARTS else self._automatic(byte)

    def _automatic(self, byte: int) -> Answer | None:
        if byte & NOT_IN_DATA:
            self._begun = b""
            return self._take(byte)
        self._begun += bytes([byte])
        if len(self._begun) < AUTOMATIC_BYTES:
            return None
        data, self._begun = self._begun, b""
        return Automatic(data)

    def _block(self, byte: int) -> Answer | None:
        if byte:
            self._begun = self._begun + bytes([byte]) if len(self._begun) < LONGEST_BLOCK else b""
            return None
        head, data = self._begun[0], self._begun[1:]
        self._begun = b""
        return Block(head, data)
