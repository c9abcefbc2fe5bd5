"""Who is next: the waiting tickets of each line in calling order."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge

Place = tuple[int, int, datetime, int]


@dataclass
class Waiting:
    """Sorted lines, so that taking, calling and counting cost no more when many wait."""

    lines: dict[str, list[tuple[Place, str]]] = field(default_factory=dict)

    def add(self, line: str, place: Place, ticket_id: str) -> None:
        """Put a ticket where it belongs in its line."""
        insort(self.lines.setdefault(line, []), (place, ticket_id))

    def remove(self, line: str, place: Place, ticket_id: str) -> None:
        """Take a ticket out of its line."""
        del self.lines[line][bisect_left(self.lines[line], (place, ticket_id))]
        if not self.lines[line]:
            del self.lines[line]

    def before(self, line: str, place: Place, ticket_id: str) -> int:
        """How many of the same line are ahead."""
        return bisect_left(self.lines.get(line, []), (place, ticket_id))

    def first(self, lines: Iterable[str]) -> str | None:
        """The ticket to call next from these lines."""
        heads = [self.lines[line][0] for line in lines if line in self.lines]
        return min(heads)[1] if heads else None

    def in_order(self) -> Iterator[str]:
        """All waiting tickets, as they would be called."""
        return (ticket_id for _, ticket_id in merge(*self.lines.values()))

    def count(self, line: str) -> int:
        """How many wait in a line."""
        return len(self.lines.get(line, ()))

    def __len__(self) -> int:
        return sum(map(len, self.lines.values()))
