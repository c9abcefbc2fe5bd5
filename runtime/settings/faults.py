"""What is wrong in a branch file: key, value, line and what was expected."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from msgspec import Struct

At = tuple[str | int, ...]
"""Where a value stands: table names, keys and list indices, from the top."""

Report = Callable[[At, object, str], None]
"""Takes where, the value (None where it is missing) and what was expected."""

MOST_FAULTS = 500
LONGEST_SHOWN = 60

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PASSWORD_IN_ADDRESS = re.compile(r"(://[^/:@]*):[^@]*@")


class Fault(Struct, frozen=True):
    """One thing to mend; `value` is None where something is missing, `line` where it stands nowhere.

    `path` is None for the branch file itself.
    """

    key: str
    value: object
    line: int | None
    expected: str
    path: Path | None = None

    def __str__(self) -> str:
        if not self.key:
            return f"{shown(self.value)}; expected {self.expected}"
        state = "is missing" if self.value is None else f"is {shown(self.value)}"
        return f"{self.key} {state}; expected {self.expected}"


class SettingsFaults(Exception):  # noqa: N818 - it is about many, and says so
    """A branch file that cannot be used, with all that is wrong in it."""

    def __init__(self, path: Path, faults: tuple[Fault, ...]) -> None:
        super().__init__(path, faults)
        self.path = path
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(f"{fault.path or self.path}:{fault.line or 1}: {fault}" for fault in self.faults)


def key_text(at: At) -> str:
    """The way to a value as an installer would say it: desks[1].lines[0]."""
    text = ""
    for part in at:
        if isinstance(part, int):
            text += f"[{part}]"
            continue
        name = part if _BARE_KEY.fullmatch(part) else json.dumps(part, ensure_ascii=False)
        text += f".{_shortened(name)}" if text else _shortened(name)
    return text


def shown(value: object) -> str:
    """A value on one line, cut short, with a password inside an address covered."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        covered = _PASSWORD_IN_ADDRESS.sub(r"\1:…@", value[: 4 * LONGEST_SHOWN])
        return _shortened(json.dumps(covered, ensure_ascii=False))
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "an empty list" if not value else f"a list of {len(value)}"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return _shortened(str(value))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
