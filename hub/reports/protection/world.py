"""A branch as it could have been: other visits, and yet every figure that was published is true of it too."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hub.reports.protection.items import Book, Cell, Item
from hub.reports.protection.sheets import Atom, Bounds, Stretch

Part = frozenset[int]
"""The atoms that the same sheets are about, named by the places of those sheets."""

Claim = tuple[int, Cell]
"""The place of a sheet, and a cell of it."""


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
        claims: list[dict[Cell, Bounds]],
        kept_from: date,
    ) -> None:
        self.book = book
        self.stretches = stretches
        self.claims = claims
        self.items: dict[Part, Counter[Item]] = {}
        for atom, items in atoms.items():
            part = frozenset(place for place, stretch in enumerate(stretches) if stretch.covers(atom))
            self.items.setdefault(part, Counter()).update(items)
        self._totals = {part: self._counted(items) for part, items in self.items.items()}
        self._counts = [
            sum((self._totals[part] for part in self.parts(place)), Counter[Cell]()) for place in range(len(stretches))
        ]
        self._frozen = frozenset(place for place, stretch in enumerate(stretches) if stretch.first < kept_from)
        self._in_order: dict[Part, list[Item]] = {}
        self._made: list[Edit] = []

    def parts(self, place: int) -> frozenset[Part]:
        """What a sheet is about."""
        return frozenset(part for part in self.items if place in part)

    def count(self, parts: Iterable[Part], cell: Cell) -> int:
        """How much there is in a cell over these parts."""
        return sum(self._totals[part][cell] for part in parts)

    def counts(self, place: int) -> Mapping[Cell, int]:
        """All counts of one sheet, as they are in this world."""
        return self._counts[place]

    def step(self, parts: Iterable[Part], cell: Cell, by: int) -> bool:
        """Make the count in a cell one more or one less, if that leaves all that was published true."""
        tried: set[tuple[Part, frozenset[Cell], frozenset[Cell]]] = set()
        for edit in self._edits(parts, cell, by):
            gone, come = self.book.cells(edit.gone), self.book.cells(edit.come)
            effect = edit.part, gone - come, come - gone
            if effect not in tried and not any(self._untrue(*effect)) and self._is_possible(edit):
                self._make(edit)
                self._made.append(edit)
                return True
            tried.add(effect)
        return False

    def obstacles(self, parts: frozenset[Part], cell: Cell) -> Iterator[frozenset[Claim]]:
        """For each way to make that count another: the claims that it would make false."""
        for edit in (*self._edits(parts, cell, 1), *self._edits(parts, cell, -1)):
            gone, come = self.book.cells(edit.gone), self.book.cells(edit.come)
            if self._is_possible(edit):
                yield frozenset(self._untrue(edit.part, gone - come, come - gone))

    def back(self) -> None:
        """Undo all steps."""
        while self._made:
            edit = self._made.pop()
            self._make(Edit(edit.part, edit.come, edit.gone))

    def _edits(self, parts: Iterable[Part], cell: Cell, by: int) -> Iterator[Edit]:
        def counts(item: Item) -> bool:
            return cell in self.book.cells(item)

        turned = self.book.turned if by > 0 else self._turned_away
        for part in sorted((part for part in parts if not part & self._frozen), key=sorted):
            items = self._sorted(part)
            for item in items:
                if counts(item) == (by < 0):
                    yield from (Edit(part, item, other) for other in turned(item, cell))
            for item in filter(counts, items):
                yield Edit(part, None, item) if by > 0 else Edit(part, item, None)

    def _turned_away(self, item: Item, cell: Cell) -> Iterator[Item]:
        """What an item of that cell could be instead, to count elsewhere in the same table."""
        table, value = cell
        for elsewhere in sorted(((table, other) for other in self.book.values[table] if other != value), key=str):
            yield from self.book.turned(item, elsewhere)

    def _sorted(self, part: Part) -> list[Item]:
        # Every search starts from the branch as it was: `back` follows each step.
        if part not in self._in_order:
            self._in_order[part] = sorted(self.items[part], key=str)
        return self._in_order[part]

    def _untrue(self, part: Part, gone: frozenset[Cell], come: frozenset[Cell]) -> Iterator[Claim]:
        yield from ((place, cell) for place in part for cell in come if not self._may(place, cell, 1))
        yield from ((place, cell) for place in part for cell in gone if not self._may(place, cell, -1))

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
            for cell in self.book.cells(item):
                self._totals[edit.part][cell] += by
                for place in edit.part:
                    self._counts[place][cell] += by

    def _counted(self, items: Counter[Item]) -> Counter[Cell]:
        counts: Counter[Cell] = Counter()
        for item, times in items.items():
            for cell in self.book.cells(item):
                counts[cell] += times
        return counts
