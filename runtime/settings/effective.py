"""The settings as the programs take them, written as TOML: each value with the place that it comes from."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import fields

from runtime.settings.branch import Opening
from runtime.settings.faults import At
from runtime.settings.load import load, read_sources
from runtime.settings.reading import not_in_file
from runtime.settings.sources import Sources
from runtime.settings.values import WEEKDAYS, Period

COLUMN = 56
"""Where the places stand, as far as the values leave room."""

_Origin = Callable[[At], str]


def effective(path: Path) -> str:
    """A branch's settings as a TOML text that means the same by itself; raises SettingsFaults."""
    settings = load(path)
    origin = _origin_of(read_sources(path))
    return "\n".join(_table(settings, (), "", origin)).strip() + "\n"


def _origin_of(sources: Sources) -> _Origin:
    def origin(at: At) -> str:
        if not sources.is_given(at):
            return "default"
        file, line = sources.place(at)
        return f"{file.name}:{line}" if line else file.name

    return origin


def _table(table: Any, at: At, name: str, origin: _Origin) -> Iterator[str]:
    """The rows of a table, its own values before the tables in it."""
    inner: list[tuple[str, Any, bool]] = []
    for key, value in _items(table, at):
        if value is None or value == {}:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            inner.append((key, value, True))
        elif isinstance(value, msgspec.Struct) or _holds_tables(value):
            inner.append((key, value, False))
        else:
            yield f"{f'{_key(key)} = {_value(value)}':<{COLUMN}} # {origin((*at, key))}"
    for key, value, is_list in inner:
        below = f"{name}.{_key(key)}" if name else _key(key)
        if not is_list:
            yield from ("", f"[{below}]")
            yield from _table(value, (*at, key), below, origin)
            continue
        for index, each in enumerate(value):
            yield from ("", f"[[{below}]]")
            yield from _table(each, (*at, key, index), below, origin)


def _items(table: Any, at: At) -> Iterator[tuple[str, Any]]:
    if isinstance(table, Mapping):
        yield from table.items()
        return
    hidden = not_in_file(type(table), at)
    yield from ((each.name, getattr(table, each.name)) for each in fields(table) if each.name not in hidden)
    if isinstance(table, Opening):
        yield from ((WEEKDAYS[day], periods) for day, periods in table.hours.items())


def _holds_tables(value: object) -> bool:
    return isinstance(value, Mapping) and any(isinstance(each, msgspec.Struct) for each in value.values())


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else _text(name)


def _value(value: Any) -> str:
    match value:
        case bool() | int() | float():
            return str(value).lower()
        case Period():
            return f'"{value.opens:%H:%M}-{value.closes:%H:%M}"'
        case Mapping():
            rows = (f"{_key(_day(key))} = {_value(each)}" for key, each in value.items())
            return f"{{ {', '.join(rows)} }}"
        case tuple() | frozenset():
            each_one = sorted(value) if isinstance(value, frozenset) else value
            return f"[{', '.join(map(_value, each_one))}]"
    return _text(value.isoformat() if isinstance(value, date) else str(value))


def _day(key: str | int) -> str:
    return WEEKDAYS[key] if isinstance(key, int) else key


def _text(text: str) -> str:
    """A basic string: JSON's escapes are TOML's too, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
