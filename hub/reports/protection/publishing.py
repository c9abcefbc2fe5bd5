"""Making the sheets that go out: hidden as statisticians do it, then attacked, and hidden more until that holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hub.reports.protection import audit
from hub.reports.protection.hiding import hidden, shown
from hub.reports.protection.items import FATES, QUESTION_TABLES, TOTALS, Book, Cell, Item
from hub.reports.protection.sheets import NOT_SAID, Atom, Sheet, Stretch, claims
from hub.reports.protection.world import Claim, Part, World

QUESTIONS = ("kind", *QUESTION_TABLES)
TABLES = ("totals", *QUESTIONS)
LOSS_OF_A_BLANK = 5
"""A table in which nought is no longer told loses as much as so many counts."""


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
                yield from audit.hidden(world, place, list(sheet.hidden()))
        for place in new:
            yield from audit.between(world, place, self.threshold)

    def _hide_more(self, world: World, target: audit.Target) -> bool:
        """Say less on the new sheets, as little less as will do; False where nothing is left to be hidden."""
        ways = {way for way in world.obstacles(target.parts, target.cell) if all(map(self._is_new, way))}
        if not ways:
            return self._withhold(world, target)
        for place, (table, value) in min(ways, key=lambda way: (sum(map(self._loss, way)), sorted(map(str, way)))):
            self._hide(world, place, table, value)
        return True

    def _is_new(self, claim: Claim) -> bool:
        return claim[0] >= len(self.before)

    def _loss(self, claim: Claim) -> int:
        place, (table, value) = claim
        return 1 if (value or "") in self._sheet(place).cells.get(table, {}) else LOSS_OF_A_BLANK

    def _hide(self, world: World, place: int, table: str, value: str | None) -> None:
        sheet = self._sheet(place)
        row = sheet.cells.setdefault(table, {})
        if (value or "") in row:
            row[value or ""] = NOT_SAID
        elif table not in sheet.blank:
            sheet.blank.append(table)
        world.claims[place] = claims(sheet, self.book.values)

    def _withhold(self, world: World, target: audit.Target) -> bool:
        """Say nothing of all that the target is part of; False where nothing was said."""
        places = [place for place in range(len(self.before), len(world.stretches)) if world.claims[place]]
        places = [place for place in places if world.parts(place) & target.parts]
        for place in places:
            sheet = self._sheet(place)
            sheet.blank = list(TABLES)
            sheet.cells = {table: dict.fromkeys(row, NOT_SAID) for table, row in sheet.cells.items()}
            world.claims[place] = {}
        return bool(places)

    def _sheet(self, place: int) -> Sheet:
        return self._new[place - len(self.before)][1]
