"""Where things go: rectangles in whole pixels, counted from the top left."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `x`, `y` is its top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.height

    def inset(self, horizontal: int, vertical: int | None = None) -> "Box":
        """The box without a margin on all sides."""
        dy = horizontal if vertical is None else vertical
        return Box(self.x + horizontal, self.y + dy, max(0, self.width - 2 * horizontal), max(0, self.height - 2 * dy))

    def top_part(self, height: int, gap: int = 0) -> tuple["Box", "Box"]:
        """The upper part of that height, and what is left under the gap."""
        rest = max(0, self.height - height - gap)
        return Box(self.x, self.y, self.width, height), Box(self.x, self.bottom - rest, self.width, rest)

    def bottom_part(self, height: int, gap: int = 0) -> tuple["Box", "Box"]:
        """The lower part of that height, and what is left above the gap."""
        rest = max(0, self.height - height - gap)
        return Box(self.x, self.bottom - height, self.width, height), Box(self.x, self.y, self.width, rest)

    def left_part(self, width: int, gap: int = 0) -> tuple["Box", "Box"]:
        """The left part of that width, and what is left beside the gap."""
        rest = max(0, self.width - width - gap)
        return Box(self.x, self.y, width, self.height), Box(self.right - rest, self.y, rest, self.height)

    def right_part(self, width: int, gap: int = 0) -> tuple["Box", "Box"]:
        """The right part of that width, and what is left beside the gap."""
        rest = max(0, self.width - width - gap)
        return Box(self.right - width, self.y, width, self.height), Box(self.x, self.y, rest, self.height)

    def columns(self, shares: Sequence[float], gap: int) -> list["Box"]:
        """Side by side, as wide as their shares say."""
        edges = _edges(self.width - gap * (len(shares) - 1), shares)
        return [Box(self.x + a + i * gap, self.y, b - a, self.height) for i, (a, b) in enumerate(edges)]

    def rows(self, shares: Sequence[float], gap: int) -> list["Box"]:
        """One under the other, as high as their shares say."""
        edges = _edges(self.height - gap * (len(shares) - 1), shares)
        return [Box(self.x, self.y + a + i * gap, self.width, b - a) for i, (a, b) in enumerate(edges)]

    def grid(self, columns: int, rows: int, gap: int) -> list["Box"]:
        """Equal cells, row by row."""
        return [cell for row in self.rows([1] * rows, gap) for cell in row.columns([1] * columns, gap)]

    def centred(self, width: int, height: int) -> "Box":
        """A box of that size in the middle of this one."""
        return Box(self.x + (self.width - width) // 2, self.y + (self.height - height) // 2, width, height)

    def mirrored(self, width: int) -> "Box":
        """The box as it lies in a mirror, on a screen of that width."""
        return Box(width - self.right, self.y, self.width, self.height)

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share a pixel."""
        beside = self.right <= other.x or other.right <= self.x
        return not (beside or self.bottom <= other.y or other.bottom <= self.y)

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        is_across = self.x <= other.x and other.right <= self.right
        return is_across and self.y <= other.y and other.bottom <= self.bottom


def _edges(length: int, shares: Sequence[float]) -> list[tuple[int, int]]:
    total, edges, start = sum(shares), [], 0.0
    for share in shares:
        end = start + length * share / total
        edges.append((round(start), round(end)))
        start = end
    return edges
