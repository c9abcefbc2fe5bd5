"""Finds the commands that a printer obeys the moment they arrive, even in the midst of a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.printer.reading.lengths import CLEAR_BUFFERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATTERN = re.compile(rb"\x10\x04[\x01-\x04]|\x10\x05[\x01\x02]|" + re.escape(CLEAR_BUFFERS), re.DOTALL)
_HISTORY = len(CLEAR_BUFFERS) - 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes up to and with the end of a real-time command, or to the end of what arrived (`command` is empty)."""

    data: bytes
    command: bytes = b""


class RealTimeScanner:
    """Looks through all that arrives, over the borders of its pieces."""

    def __init__(self) -> None:
        self._history = b""

    def feed(self, data: bytes) -> Iterator[Piece]:
        """Cut the bytes behind each real-time command; nothing is taken out."""
        seen = len(self._history)
        both = self._history + data
        self._history = both[-_HISTORY:]
        begin = seen
        for match in _PATTERN.finditer(both):
            if match.end() > seen:
                yield Piece(both[begin : match.end()], match[0])
                begin = match.end()
        yield Piece(both[begin:])
