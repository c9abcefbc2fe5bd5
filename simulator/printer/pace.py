"""The speed of the line: a slow line lets through only so many bytes a second."""

from __future__ import annotations

BITS_PER_BYTE = 10
SLICE_S = 0.05
"""A slow line hands over its bytes in slices of this length."""


class Pace:
    """Counts what the line may deliver; `baud` None is as fast as it comes."""

    def __init__(self) -> None:
        self._per_s: float | None = None
        self._credit = 0.0
        self._seen = 0.0

    def set(self, baud: int | None, now: float) -> None:
        """Take another speed."""
        self._per_s = None if baud is None else baud / BITS_PER_BYTE
        self._credit, self._seen = 0.0, now

    def allowed(self, wanted: int, now: float) -> int:
        """How many of the wanted bytes may come now."""
        if self._per_s is None:
            return wanted
        slice_bytes = max(1.0, self._per_s * SLICE_S)
        self._credit = min(slice_bytes, self._credit + (now - self._seen) * self._per_s)
        self._seen = now
        return min(wanted, int(self._credit))

    def spend(self, count: int) -> None:
        """Note that so many came."""
        self._credit = max(0.0, self._credit - count)

    def wait_s(self) -> float:
        """How long until the next slice is worth reading."""
        return 0.0 if self._per_s is None else max(1.0 / self._per_s, SLICE_S / 2)
