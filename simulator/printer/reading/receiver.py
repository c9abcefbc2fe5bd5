"""The receive buffer: takes bytes as long as there is room, whether or not anything is printed."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from simulator.printer.reading.framer import Framer
from simulator.printer.reading.frames import Command, Frame
from simulator.printer.reading.lengths import DLE
from simulator.printer.reading.real_time import RealTimeScanner

if TYPE_CHECKING:
    from collections.abc import Iterator

BUFFER_BYTES = 4096


class Receiver:
    """Holds the frames that wait to be obeyed."""

    def __init__(self, capacity: int = BUFFER_BYTES) -> None:
        self._capacity = capacity
        self._scanner = RealTimeScanner()
        self._framer = Framer()
        self._frames: deque[Frame] = deque()
        self._held = 0

    @property
    def room(self) -> int:
        """How many bytes fit now."""
        return max(0, self._capacity - self._held)

    def take(self, data: bytes) -> Iterator[bytes]:
        """Take bytes in; yield each real-time command at its place, so that the caller can obey it at once."""
        for piece in self._scanner.feed(data):
            for frame in self._framer.feed(piece.data):
                self._hold(frame)
            if piece.command:
                yield piece.command

    def next(self) -> Frame | None:
        """Hand out the oldest frame."""
        if not self._frames:
            return None
        frame = self._frames.popleft()
        self._held -= frame.length
        return frame

    def clear(self) -> None:
        """Forget all, also what has begun."""
        self._frames.clear()
        self._held = 0
        self._framer.reset()

    def _hold(self, frame: Frame) -> None:
        # What was obeyed on arrival, and the NULs between jobs, need no place to wait.
        if isinstance(frame, Command) and (frame.name.startswith(DLE) or frame.name == b"\0"):
            return
        self._frames.append(frame)
        self._held += frame.length
