"""Somebody who reads all that was published and knows how the tables hang together."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from hub.reports.protection.items import Cell
from hub.reports.protection.publishing import TABLES
from hub.reports.protection.sheets import Atom, Sheet, Stretch

Row = tuple[dict[tuple[Atom, Cell], int], float, float]
"""A sum of counts with its coefficients, its least and its most."""

MANY = 10_000


class Attacker:
    """Solves the linear constraints: every sum within its bounds, in whole numbers."""

    def __init__(self, atoms: Sequence[Atom], cells: Sequence[Cell], kind_of: dict[str | None, str]) -> None:
        self._places = {(atom, cell): place for place, (atom, cell) in enumerate((a, c) for a in atoms for c in cells)}
        self._atoms, self._cells = atoms, cells
        self._rows: list[Row] = [row for atom in atoms for row in self._structure(atom, kind_of)]

    def read(self, stretch: Stretch, sheet: Sheet) -> None:
        """Learn what a sheet claims of every cell."""
        for cell in self._cells:
            least, most = sheet.bounds(cell)
            self._rows.append((self._sum(stretch, cell), least, MANY if most is None else most))

    def possible(self, stretch: Stretch, cell: Cell) -> tuple[int, int]:
        """The least and the most that the count in a cell can be."""
        least, most = (self._solved(self._sum(stretch, cell), sign) for sign in (1, -1))
        return least, most

    def _sum(self, stretch: Stretch, cell: Cell) -> dict[tuple[Atom, Cell], int]:
        return {(atom, cell): 1 for atom in self._atoms if stretch.covers(atom)}

    def _solved(self, wanted: dict[tuple[Atom, Cell], int], sign: int) -> int:
        # Late: every process of the run reads this file, and one of them solves.
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import lil_matrix

        matrix = lil_matrix((len(self._rows), len(self._places)))
        for row, (coefficients, _, _) in enumerate(self._rows):
            for key, coefficient in coefficients.items():
                matrix[row, self._places[key]] = coefficient
        costs = np.zeros(len(self._places))
        for key in wanted:
            costs[self._places[key]] = sign
        least, most = np.array([row[1] for row in self._rows]), np.array([row[2] for row in self._rows])
        found = milp(
            costs,
            constraints=LinearConstraint(matrix.tocsr(), least, most),
            bounds=Bounds(0, MANY),
            integrality=np.ones(len(self._places)),
        )
        assert found.success, found.message
        return round(sign * found.fun)

    def _structure(self, atom: Atom, kind_of: dict[str | None, str]) -> list[Row]:
        def of(table: str, sign: int = 1) -> dict[tuple[Atom, Cell], int]:
            return {(atom, cell): sign for cell in self._cells if cell[0] == table}

        unknown = (atom, ("outcome", None))
        taken, helped = (atom, ("totals", "taken")), (atom, ("totals", "helped"))
        unregistered, with_ticket = (atom, ("totals", "unregistered")), (atom, ("channel", "ticket"))
        fates = [(atom, ("totals", fate)) for fate in ("did_not_come", "nobody_there", "withdrawn")]
        rows: list[Row] = [
            ({**of("topic"), **of(table, -1)}, 0, 0) for table in ("outcome", "channel", "part_of_day", "kind")
        ]
        rows += [({**of("topic"), **of(table, -1), unknown: -1}, 0, 0) for table in ("organisation", "need")]
        rows += [({**of("topic"), **of(table, -1), unknown: -1}, 0, MANY) for table in ("referred_to", "course")]
        rows += [
            ({taken: 1, helped: -1, **dict.fromkeys(fates, -1)}, 0, 0),
            ({unregistered: 1, unknown: -1}, 0, 0),
            ({helped: 1, unregistered: -1}, 0, MANY),
            ({with_ticket: 1, helped: -1}, 0, MANY),
        ]
        for kind in set(kind_of.values()):
            topics = {(atom, cell): -1 for cell in self._cells if cell[0] == "topic" and kind_of[cell[1]] == kind}
            rows.append(({(atom, ("kind", kind)): 1, **topics}, 0, 0))
        return rows


def hidden_cells(sheet: Sheet) -> list[Cell]:
    return [cell for cell in sheet.hidden() if cell[0] in TABLES]


def day(number: int) -> date:
    """The so manyth of a few dates, spread over months and quarters."""
    return date(2026, 1 + number * 5 // 4, 1 + number)
