"""The little of YAML that cloud-init's files need: tables, lists, and values as JSON has them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, bool, "Sequence[Value]", "Mapping[str, Value]"]


def text(table: Mapping[str, Value]) -> str:
    """A table as YAML."""
    return "".join(f"{row}\n" for row in _table(table))


def _table(table: Mapping[str, Value]) -> Iterator[str]:
    for key, value in table.items():
        name = key if key.replace("_", "").replace("-", "").isalnum() else json.dumps(key, ensure_ascii=False)
        if isinstance(value, Mapping) and value:
            yield f"{name}:"
            yield from (f"  {row}" for row in _table(value))
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            yield f"{name}:"
            yield from _list(value)
        else:
            yield f"{name}: {_scalar(value)}"


def _list(values: Sequence[Value]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping | list):
            rows = list(_table(value)) if isinstance(value, Mapping) else [f"{json.dumps(value, ensure_ascii=False)}"]
            yield f"  - {rows[0]}"
            yield from (f"    {row}" for row in rows[1:])
        else:
            yield f"  - {_scalar(value)}"


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
