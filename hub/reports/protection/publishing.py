"""Making the sheets that go out: hidden as statisticians do it, then attacked, and hidden more until that holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hub.reports.protection import audit
from hub.reports.protection.hiding import hidden, shown
from hub.reports.protection.items import FATES, QUESTION_TABLES, TOTALS, Book, Cell, Item
from hub.reports.protection.sheets import NOT_SAID, Atom, Sheet, Stretch, claims
from hub.reports.protection.world import Part, World

QUESTIONS = ("kind", *QUESTION_TABLES)
TABLES = ("totals", *QUESTIONS)


@dataclass
class Press:
    """Publishes sheets over stretches; `before` went out earlier and is not to be betrayed."""

    book: Book
    atoms: Mapping[Atom, Counter[Item]]
    before: Sequence[tuple[Stretch, Sheet]]
    threshold: int
    kept_from: date
    """Of earlier dates the records are gone: nothing new is said of them, and nothing is tried with them."""
    _new: list[tuple[Stretch, Sheet]] = field(default_factory=list)

    def publish(self, stretches: Sequence[Stretch]) -> list[tuple[Stretch, Sheet]]:
        """The sheets of these stretches; those that are not among `before` are to be remembered."""
        known = dict(self.before)
        fresh = [each for each in stretches if each not in known and each.first >= self.kept_from]
        self._new = [(stretch, self._draft(stretch)) for stretch in fresh]
        if self._new:
            self._protect()
        made = known | dict(self._new)
        return [(stretch, made[stretch]) for stretch in stretches if stretch in made]

    def _draft(self, stretch: Stretch) -> Sheet:
        counts = self._counts(stretch)
        sums = [tuple(cell for cell in counts if cell[0] == table) for table in QUESTIONS]
        sums.append(tuple(("totals", name) for name in ("taken", *FATES)))
        one, other = ("totals", "unregistered"), ("outcome", None)
        twins = {one: other, other: one} if counts[one] and counts[other] else {}
        gone = hidden(counts, sums, self.threshold, twins)
        cells: dict[str, dict[str, int | str]] = {}
        for (table, value), count in counts.items():
            text = shown(count, self.threshold, is_hidden=(table, value) in gone)
            if count:
                cells.setdefault(table, {})[value or ""] = text
        return Sheet(threshold=self.threshold, cells=cells)

    def _counts(self, stretch: Stretch) -> Counter[Cell]:
        counts: Counter[Cell] = Counter({("totals", name): 0 for name in TOTALS})
        for atom, items in self.atoms.items():
            for item, times in items.items() if stretch.covers(atom) else ():
                for cell in self.book.cells(item):
                    counts[cell] += times
        return counts

    def _protect(self) -> None:
        everything = (*self.before, *self._new)
        stretches = [stretch for stretch, _ in everything]
        said = [claims(sheet, self.book.values) for _, sheet in everything]
        world = World(self.book, self.atoms, stretches, said, self.kept_from)
        done: set[audit.Target] = set()
        while open_ones := [target for target in self._targets(world) if target not in done]:
            for target in open_ones:
                while not audit.is_safe(world, target) and self._hide_more(world, target):
                    pass
            # What is hidden more leaves more possible, so what was safe stays so.
            done.update(open_ones)

    def _targets(self, world: World) -> Iterator[audit.Target]:
        sheets = [sheet for _, sheet in (*self.before, *self._new)]
        new = range(len(self.before), len(sheets))
        touched = frozenset[Part]().union(*(world.parts(place) for place in new))
        for place, sheet in enumerate(sheets):
            if place in new or (world.parts(place) & touched and world.stretches[place].first >= self.kept_from):
                yield from audit.hidden(world, place, list(sheet.hidden()), self.threshold)
        for place in new:
            yield from audit.between(world, place, self.threshold)

    def _hide_more(self, world: World, target: audit.Target) -> bool:
        """Say less on a new sheet about what gives the target away; False where nothing is left to be hidden."""
        places = [
            place
            for place in range(len(self.before), len(world.stretches))
            if world.parts(place) & target.parts and not self._is_withheld(self._sheet(place))
        ]
        table = target.cell[0]
        told = [
            (world.counts(place)[(table, value or None)], place, value)
            for place in places
            for value, text in self._sheet(place).cells.get(table, {}).items()
            if text != NOT_SAID and (isinstance(text, int) or self._is_blank(place, table))
        ]
        if told:
            _, place, value = min(told)
            self._sheet(place).cells[table][value] = NOT_SAID
        elif any(not self._is_blank(place, table) for place in places):
            for place in places:
                self._blank(place, table)
        else:
            for place in places:
                for each in TABLES:
                    self._blank(place, each)
                    self._sheet(place).cells[each] = dict.fromkeys(self._sheet(place).cells.get(each, {}), NOT_SAID)
        for place in places:
            world.claims[place].update(claims(self._sheet(place), self.book.values))
        return bool(places)

    def _sheet(self, place: int) -> Sheet:
        return self._new[place - len(self.before)][1]

    def _is_blank(self, place: int, table: str) -> bool:
        return table in self._sheet(place).blank

    def _blank(self, place: int, table: str) -> None:
        if not self._is_blank(place, table):
            self._sheet(place).blank.append(table)

    def _is_withheld(self, sheet: Sheet) -> bool:
        is_told = any(text != NOT_SAID for row in sheet.cells.values() for text in row.values())
        return len(sheet.blank) == len(TABLES) and not is_told
