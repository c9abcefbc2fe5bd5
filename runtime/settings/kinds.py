"""The types of settings: what each looks like in words, and its empty value."""

import json
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from runtime.settings.periods import PERIOD
from runtime.settings.values import WEEKDAYS, Hours, Period

_EMPTY: dict[Any, Any] = {Period: None, Path: Path()}
_WORDS: dict[Any, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    date: 'a date such as "2026-12-25"',
    Period: PERIOD,
}


def expected(kind: Any) -> str:
    """What a value of this type looks like, in words."""
    kind = without_none(kind)
    if get_origin(kind) is Annotated:
        described = (each.description for each in kind.__metadata__ if each.description)
        return next(described, expected(unwrapped(kind)))
    if kind == Hours:
        return f"a table of weekdays ({', '.join(WEEKDAYS)}), each with a list of periods"
    if get_origin(kind) is not None:
        return _expected_of_many(get_origin(kind), get_args(kind))
    required = [each.name for each in fields(kind) if each.required] if is_struct(kind) else []
    return _WORDS.get(kind, f"a table with {' and '.join(required)}" if required else "a table")


def _expected_of_many(origin: Any, arguments: tuple[Any, ...]) -> str:
    if origin is Literal:
        return f"one of {', '.join(json.dumps(each) for each in arguments)}"
    if origin is dict:
        return f"a table, each value {expected(arguments[1])}"
    count = "" if origin is frozenset or ... in arguments else f" of {len(arguments)}"
    return f"a list{count}, each {expected(arguments[0])}"


def placeholder(kind: Any) -> Any:
    """An empty value of this type, so that a faulty one does not stand in the way of judging the rest."""
    kind = unwrapped(without_none(kind))
    if is_struct(kind):
        empty = {each.name: placeholder(each.type) for each in fields(kind) if each.required}
        return kind(**empty)
    if get_origin(kind) in (tuple, dict, frozenset):
        return get_origin(kind)()
    return _EMPTY.get(kind, "")


def default_of(each: FieldInfo) -> Any:
    """The default of a struct's field, or NODEFAULT."""
    return each.default if each.default_factory is NODEFAULT else each.default_factory()


def is_struct(kind: Any) -> bool:
    """Is this one of the classes of the model?"""
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def without_none(kind: Any) -> Any:
    """The type that an optional value has when it is there."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not NoneType)
    return kind


def unwrapped(kind: Any) -> Any:
    """The type without its constraints."""
    return kind.__origin__ if get_origin(kind) is Annotated else kind
