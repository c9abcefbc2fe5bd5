"""Commands of the wire as the rules want them: the same names, without the wire's wrapping."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from msgspec import UNSET, Struct

from queueing import commands as rules
from wire import commands as wire


def translated(command: wire.Command) -> rules.Command | None:
    """The rules' command; None for a query, which the rules know nothing of."""
    target = _target(type(command))
    if target is None:
        return None
    kind, names = target
    values = {name: getattr(command, name) for name in names}
    given = {name: _plain(value) for name, value in values.items() if value is not UNSET}
    return cast("rules.Command", kind(**given))


@cache
def _target(kind: type[wire.Command]) -> tuple[type, tuple[str, ...]] | None:
    found = getattr(rules, kind.__name__, None)
    if not (isinstance(found, type) and is_dataclass(found)):
        return None
    wire_names = set(kind.__struct_fields__)
    return found, tuple(field.name for field in fields(found) if field.name in wire_names)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, Struct):
        given = {name: getattr(value, name) for name in value.__struct_fields__}
        return rules.Question(**{name: item for name, item in given.items() if item is not UNSET})
    return value
