"""Boxes that lie over one another."""

from collections.abc import Sequence
from itertools import combinations

from screenkit.boxes import Box


def overlapping(boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    """Every pair that shares a pixel."""
    return [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)]
