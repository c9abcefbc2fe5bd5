"""What was measured in a run, as a table at its end."""

from collections.abc import Iterator


class Figures:
    """A row for each thing, a column for each figure, in the order in which they come."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, str]] = {}

    def put(self, row: str, column: str, figure: str) -> None:
        """Keep one figure."""
        self._rows.setdefault(row, {})[column] = figure

    def lines(self) -> Iterator[str]:
        """The table as text; nothing where nothing was measured."""
        columns = list(dict.fromkeys(column for row in self._rows.values() for column in row))
        if not columns:
            return
        table = [
            ["", *columns],
            *([name, *(row.get(each, "") for each in columns)] for name, row in self._rows.items()),
        ]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        for first, *rest in table:
            cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
            yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()
