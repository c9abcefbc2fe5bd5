"""A branch as it could have been: other visits, and yet every figure that was published is true of it too."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hub.reports.protection.items import Book, Cell, Item
from hub.reports.protection.sheets import Atom, Bounds, Stretch

Part = frozenset[int]
"""The atoms that the same sheets are about, named by the places of those sheets."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One item in another's place; None: there is none."""

    part: Part
    gone: Item | None
    come: Item | None


class World:
    """Items by the sheets that count them; an edit that would make a figure false is not made."""

    def __init__(
        self,
        book: Book,
        atoms: Mapping[Atom, Counter[Item]],
        stretches: Sequence[Stretch],
        claims: Sequence[dict[Cell, Bounds]],
        kept_from: date,
    ) -> None:
        self.book = book
        self.stretches = stretches
        self.claims = claims
        self.items: dict[Part, Counter[Item]] = {}
        for atom, items in atoms.items():
            part = frozenset(place for place, stretch in enumerate(stretches) if stretch.covers(atom))
            self.items.setdefault(part, Counter()).update(items)
        self._counts = [self._count(place) for place in range(len(stretches))]
        self._frozen = frozenset(place for place, stretch in enumerate(stretches) if stretch.first < kept_from)
        self._made: list[Edit] = []

    def parts(self, place: int) -> frozenset[Part]:
        """What a sheet is about."""
        return frozenset(part for part in self.items if place in part)

    def count(self, parts: Iterable[Part], cell: Cell) -> int:
        """How much there is in a cell over these parts."""
        return sum(times for part in parts for item, times in self.items[part].items() if cell in self.book.cells(item))

    def counts(self, place: int) -> Mapping[Cell, int]:
        """All counts of one sheet, as they are in this world."""
        return self._counts[place]

    def step(self, parts: Iterable[Part], cell: Cell, by: int) -> bool:
        """Make the count in a cell one more or one less, if that leaves all that was published true."""
        tried: set[tuple[Part, frozenset[Cell], frozenset[Cell]]] = set()
        for edit in self._edits(parts, cell, by):
            gone, come = self.book.cells(edit.gone), self.book.cells(edit.come)
            effect = edit.part, gone - come, come - gone
            if effect not in tried and self._is_true(*effect) and self._is_possible(edit):
                self._make(edit)
                self._made.append(edit)
                return True
            tried.add(effect)
        return False

    def back(self) -> None:
        """Undo all steps."""
        while self._made:
            edit = self._made.pop()
            self._make(Edit(edit.part, edit.come, edit.gone))

    def _edits(self, parts: Iterable[Part], cell: Cell, by: int) -> Iterator[Edit]:
        table, value = cell
        for part in sorted((part for part in parts if not part & self._frozen), key=sorted):
            items = sorted(self.items[part], key=str)
            for item in items:
                is_in = cell in self.book.cells(item)
                if by > 0 and not is_in:
                    yield from (Edit(part, item, other) for other in self.book.turned(item, cell))
                if by < 0 and is_in:
                    others = ((table, other) for other in self.book.values[table] if other != value)
                    for elsewhere in sorted(others, key=str):
                        yield from (Edit(part, item, other) for other in self.book.turned(item, elsewhere))
            for item in items:
                if cell in self.book.cells(item):
                    yield Edit(part, None, item) if by > 0 else Edit(part, item, None)

    def _is_true(self, part: Part, gone: frozenset[Cell], come: frozenset[Cell]) -> bool:
        return all(self._may(place, cell, 1) for place in part for cell in come) and all(
            self._may(place, cell, -1) for place in part for cell in gone
        )

    def _may(self, place: int, cell: Cell, by: int) -> bool:
        least, most = self.claims[place].get(cell, (0, None))
        count = self._counts[place][cell] + by
        return count >= least and (most is None or count <= most)

    def _is_possible(self, edit: Edit) -> bool:
        """Further questions of a visit need a visit."""
        edited = [(edit.gone, -1), (edit.come, 1)]
        visits = sum(by for item, by in edited if item and item.is_registered_visit)
        further = sum(by for item, by in edited if item and item.is_further_question)
        if visits >= 0 and further <= 0:
            return True
        items = self.items[edit.part].items()
        visits += sum(times for item, times in items if item.is_registered_visit)
        return visits > 0 or not further + sum(times for item, times in items if item.is_further_question)

    def _make(self, edit: Edit) -> None:
        for item, by in ((edit.gone, -1), (edit.come, 1)):
            if item is None:
                continue
            self.items[edit.part][item] += by
            if not self.items[edit.part][item]:
                del self.items[edit.part][item]
            for place in edit.part:
                for cell in self.book.cells(item):
                    self._counts[place][cell] += by

    def _count(self, place: int) -> Counter[Cell]:
        counts: Counter[Cell] = Counter()
        for part in self.parts(place):
            for item, times in self.items[part].items():
                for cell in self.book.cells(item):
                    counts[cell] += times
        return counts
