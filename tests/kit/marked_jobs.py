"""Jobs that can be told apart on paper by a machine: a row of squares at their begin and at their end."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kiosk.printer import commands
from simulator.printer.paper import Slip

BITS = 14
CELL_DOTS = 12
WIDTH_BYTES = 48
MARK_ROWS = 24
LEAST_ROWS = 20
BEGIN, END = 0, 1


def marked(job: int, body: bytes) -> bytes:
    """A job with its number as a mark before and after the body."""
    return commands.START + _mark(job, BEGIN) + body + _mark(job, END) + commands.CUT


@dataclass
class Finder:
    """Finds which jobs came out, slip after slip."""

    last: tuple[int, int] = (-1, END)

    def whole(self, slips: Iterable[Slip]) -> list[int]:
        """The number of each job of which all is there, from its first mark to its last, once for each time.

        A job may be on two slips: a roll that is changed while it prints parts it, and nothing is missing.
        """
        found = []
        for mark in (mark for slip in slips for mark in _marks(slip)):
            if mark[1] == END and self.last == (mark[0], BEGIN):
                found.append(mark[0])
            self.last = mark
        return found


def _mark(job: int, kind: int) -> bytes:
    bits = [job >> bit & 1 for bit in range(BITS)]
    cells = [*bits, *(1 - bit for bit in bits), kind, 1 - kind]
    dots = [bit for bit in cells for _ in range(CELL_DOTS)]
    dots += [0] * (WIDTH_BYTES * 8 - len(dots))
    return commands.bands(np.packbits(np.array(dots, np.uint8)).tobytes() * MARK_ROWS, WIDTH_BYTES, is_doubled=False)


def _marks(slip: Slip) -> list[tuple[int, int]]:
    """The marks of which enough is there, from top to bottom."""
    left = (slip.head.paper_dots - slip.head.dots) // 2 + CELL_DOTS // 2
    cells = np.asarray(slip.ink)[:, left : left + CELL_DOTS * (2 * BITS + 2) : CELL_DOTS].astype(int)
    numbers, opposites, kinds = cells[:, :BITS], cells[:, BITS : 2 * BITS], cells[:, 2 * BITS :]
    is_mark = (numbers + opposites == 1).all(axis=1) & (kinds.sum(axis=1) == 1)
    values = np.where(is_mark, (numbers << np.arange(BITS)).sum(axis=1) * 2 + kinds[:, 0], -1)
    borders = np.flatnonzero(np.diff(values)) + 1
    runs = np.split(values, borders)
    return [(int(run[0]) // 2, int(run[0]) % 2) for run in runs if run[0] >= 0 and len(run) >= LEAST_ROWS]
