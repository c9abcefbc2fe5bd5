"""Cuts the stream of bytes into frames; any bytes will do, in any pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.printer.reading.frames import BlockData, BlockStart, Command, Frame, Text
from simulator.printer.reading.lengths import PREFIXES, block_size, params_needed

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = re.compile(rb"[\x20-\xff]+")
LONGEST_TEXT = 64


class Framer:
    """Remembers a command or block that has begun; a block that was broken off swallows what comes next."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget what has begun."""
        self._name = b""
        self._params = b""
        self._block_left = 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the frames that are complete with these bytes."""
        at = 0
        while at < len(data):
            if self._block_left:
                frame: Frame | None = self._block(data[at : at + self._block_left])
                at += frame.length if frame else 0
            elif len(self._name) > 1:
                taken = data[at : at + params_needed(self._name, self._params) - len(self._params)]
                at += len(taken)
                frame = self._collect(taken)
            elif not self._name and (text := TEXT.match(data, at, at + LONGEST_TEXT)):
                at = text.end()
                frame = Text(text[0])
            else:
                frame = self._control(data[at])
                at += 1
            if frame is not None:
                yield frame

    def _control(self, byte: int) -> Frame | None:
        letter = bytes((byte,))
        if letter in PREFIXES:
            self._name = letter
            return None
        if not self._name:
            return Command(letter)
        self._name += letter
        return self._collect(b"")

    def _collect(self, taken: bytes) -> Frame | None:
        self._params += taken
        if len(self._params) < params_needed(self._name, self._params):
            return None
        name, params = self._name, self._params
        self._name, self._params = b"", b""
        self._block_left = block_size(name, params)
        return BlockStart(name, params, self._block_left) if self._block_left else Command(name, params)

    def _block(self, piece: bytes) -> BlockData:
        self._block_left -= len(piece)
        return BlockData(piece, is_last=not self._block_left)
