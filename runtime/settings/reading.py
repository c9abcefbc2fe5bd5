"""From TOML tables to settings objects, all faults in one go.

msgspec stops at the first fault; here each value is converted by itself, and a faulty one gives way to its
default (or to an empty placeholder), so that the rest can still be judged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin

import msgspec
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from runtime.settings.branch import Opening, Topic
from runtime.settings.faults import LONGEST_SHOWN, At, Report
from runtime.settings.kinds import default_of, expected, is_struct, placeholder, unwrapped, without_none
from runtime.settings.model import Settings
from runtime.settings.periods import read_period, without_overlap
from runtime.settings.values import WEEKDAYS, Hours, PathText, Period

NOT_IN_FILE: dict[type, frozenset[str]] = {Settings: frozenset({"path"}), Opening: frozenset({"hours"})}

_T = TypeVar("_T", bound=msgspec.Struct)


@dataclass
class Reader:
    """Reads tables into structs; notes which keys the file gives, and reports what is wrong."""

    report: Report
    folder: Path
    given: set[At] = field(default_factory=set)

    def table(self, raw: object, kind: type[_T], at: At, base: _T | None = None) -> _T:
        """One struct from one table; what the table leaves out comes from `base` or from the struct's defaults."""
        if not isinstance(raw, Mapping):
            self.report(at, raw, "a table")
            return cast("_T", placeholder(kind))
        known = {each.name: each for each in fields(kind) if each.name not in not_in_file(kind, at)}
        days = WEEKDAYS if kind is Opening else ()
        self._refuse_unknown(raw, (*known, *days), at)
        values = {name: self._field(raw, each, at, base) for name, each in known.items()}
        if kind is Opening:
            values["hours"] = self._hours({day: raw[day] for day in days if day in raw}, at)
        return kind(**values)

    def _refuse_unknown(self, raw: Mapping[str, object], known: tuple[str, ...], at: At) -> None:
        for key in [each for each in raw if each not in known]:
            nearest = get_close_matches(key[:LONGEST_SHOWN], known, n=1)
            hint = f'did you mean "{nearest[0]}"?' if nearest else f"known here: {', '.join(known)}"
            self.report((*at, key), raw[key], f"no unknown key; {hint}")

    def _field(self, raw: Mapping[str, object], each: FieldInfo, at: At, base: msgspec.Struct | None) -> object:
        here = (*at, each.name)
        default = default_of(each) if base is None else getattr(base, each.name)
        if each.name in raw:
            self.given.add(here)
            return self._value(raw[each.name], each.type, here, default)
        if default is NODEFAULT:
            self.report(here, None, expected(each.type))
            return placeholder(each.type)
        return default

    def _value(self, raw: object, kind: Any, at: At, default: object) -> object:
        kind = without_none(kind)
        if is_struct(kind):
            return self.table(raw, kind, at, default if isinstance(default, kind) else None)
        if kind == Hours:
            return self._hours(raw, at)
        match get_origin(kind), get_args(kind):
            case (one, (inner, *rest)) if one is frozenset or (one is tuple and rest == [...]):
                return one(self._elements(raw, kind, inner, at))
            case (one, (_, inner)) if one is dict:
                return self._entries(raw, kind, inner, at)
        return self._leaf(raw, kind, at, default)

    def _elements(self, raw: object, kind: Any, inner: Any, at: At) -> list[object]:
        if not isinstance(raw, list):
            self.report(at, raw, expected(kind))
            return []
        values = [self._value(each, inner, (*at, index), NODEFAULT) for index, each in enumerate(raw)]
        return without_overlap(values, at, self.report) if inner is Period else values

    def _entries(self, raw: object, kind: Any, inner: Any, at: At) -> dict[str, object]:
        if not isinstance(raw, Mapping):
            self.report(at, raw, expected(kind))
            return {}
        return {key: self._value(each, inner, (*at, key), NODEFAULT) for key, each in raw.items()}

    def _hours(self, raw: object, at: At) -> Hours:
        if not isinstance(raw, Mapping):
            self.report(at, raw, expected(Hours))
            return {}
        self._refuse_unknown({key: raw[key] for key in raw if key not in WEEKDAYS}, WEEKDAYS, at)
        hours: Hours = {}
        for number, day in enumerate(WEEKDAYS):
            periods = self._elements(raw.get(day, []), tuple[Period, ...], Period, (*at, day))
            if periods:
                hours[number] = tuple(each for each in periods if isinstance(each, Period))
        return hours

    def _leaf(self, raw: object, kind: Any, at: At, default: object) -> object:
        try:
            return self._converted(raw, kind)
        except (ValueError, OverflowError):
            self.report(at, raw, expected(kind))
            return placeholder(kind) if default is NODEFAULT else default

    def _converted(self, raw: object, kind: Any) -> object:
        if kind is Period:
            return read_period(raw)
        if unwrapped(kind) is Path:
            return self.folder / msgspec.convert(raw, PathText)
        return msgspec.convert(raw, kind)


def not_in_file(kind: type, at: At) -> frozenset[str]:
    """The fields of a struct that no file may give by their own name at that place."""
    if kind is Topic and at.count("topics") == 2:  # noqa: PLR2004 - topics have two levels
        return frozenset({"topics"})
    return NOT_IN_FILE.get(kind, frozenset())
