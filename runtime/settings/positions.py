"""On which line of a TOML text each key stands.

No TOML reader at hand tells this. A text is cut into statements by giving tomllib one line more until
it accepts them, so that no rule of TOML is written here a second time.
"""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from runtime.settings.faults import At

MOST_TRIES = 100
"""Lines tried for one statement; after a longer one the rest of the file has no line numbers."""

DEEPEST = 12


class _Statement(NamedTuple):
    first_line: int
    rows: list[str]
    content: dict[str, object]


def find_lines(text: str) -> dict[At, int]:
    """The first line, from 1, of each table, key and list element of a text that tomllib accepts."""
    found: dict[At, int] = {}
    last_index: dict[At, int] = {}
    table: At = ()
    for statement in _statements(text):
        if statement.rows[0].lstrip().startswith("["):
            table = _table_at(statement.content, last_index)
            for depth in range(1, len(table) + 1):
                found.setdefault(table[:depth], statement.first_line)
        else:
            _note_values(table, statement, found)
    return found


def line_of(at: At, lines: dict[At, int]) -> int | None:
    """The line of a key, or of the nearest table around one that is missing."""
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at)


def _statements(text: str) -> Iterator[_Statement]:
    rows: list[str] = []
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not rows and (not row.strip() or row.lstrip().startswith("#")):
            continue
        rows.append(row)
        content = _parsed(rows)
        if content is not None:
            yield _Statement(number - len(rows) + 1, rows, content)
            rows = []
        elif len(rows) == MOST_TRIES:
            return


def _parsed(rows: list[str]) -> dict[str, object] | None:
    try:
        return tomllib.loads("\n".join(rows))
    except (ValueError, RecursionError):
        return None


def _table_at(header: dict[str, object], last_index: dict[At, int]) -> At:
    at: At = ()
    inner: object = header
    while isinstance(inner, dict) and inner and len(at) < DEEPEST:
        part, inner = next(iter(inner.items()))
        at += (part,)
        if isinstance(inner, list):
            last_index[at] = last_index.get(at, -1) + 1
        if at in last_index:
            at += (last_index[at],)
    return at


def _note_values(table: At, statement: _Statement, found: dict[At, int]) -> None:
    for at, line in _element_lines(statement):
        found.setdefault(table + at, line)
    waiting: list[tuple[At, object]] = [(table, statement.content)]
    while waiting:
        at, value = waiting.pop()
        found.setdefault(at, statement.first_line)
        if len(at) > DEEPEST:
            continue
        if isinstance(value, dict):
            waiting += [((*at, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*at, index), inner) for index, inner in enumerate(value)]


def _element_lines(statement: _Statement) -> Iterator[tuple[At, int]]:
    """The elements of a list that is written over several lines."""
    at, seen = _only_key(statement.content), 0
    for count in range(1, len(statement.rows) + 1):
        ending = ["]"] if count < len(statement.rows) else []
        value: object = _parsed(statement.rows[:count] + ending)
        for part in at:
            value = value.get(part) if isinstance(value, dict) else None
        if not isinstance(value, list):
            continue
        for index in range(seen, len(value)):
            yield (*at, index), statement.first_line + count - 1
        seen = max(seen, len(value))


def _only_key(content: object) -> tuple[str, ...]:
    at: tuple[str, ...] = ()
    while isinstance(content, dict) and len(content) == 1 and len(at) < DEEPEST:
        part, content = next(iter(content.items()))
        at += (part,)
    return at
