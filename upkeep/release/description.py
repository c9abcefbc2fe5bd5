"""What release.toml tells of a release. Standard library only: a first boot reads it before anything is installed."""

import platform
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from upkeep.release.faults import ReleaseFault

FILE = "release.toml"
MOST_BYTES = 16 * 1024

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")
_PYTHON = re.compile(r"3\.[0-9]{1,2}")
_MACHINE = re.compile(r"[a-z0-9_]{1,20}")


@dataclass(frozen=True, slots=True)
class Description:
    """Which version it is, and for which Python on which machines, as `uname -m` names them."""

    version: str
    python: str
    machines: tuple[str, ...]

    def __post_init__(self) -> None:
        shapes = [(self.version, _VERSION), (self.python, _PYTHON), *((each, _MACHINE) for each in self.machines)]
        for text, shape in shapes:
            if not shape.fullmatch(text):
                raise ReleaseFault(f"{FILE}: {text[:40]!r} cannot be right; make the release again")

    def __str__(self) -> str:
        machines = ", ".join(f'"{machine}"' for machine in self.machines)
        return f'version = "{self.version}"\npython = "{self.python}"\nmachines = [{machines}]\n'

    def check_machine(self) -> None:
        """Raise ReleaseFault where this computer is of another kind."""
        python, machine = f"{sys.version_info[0]}.{sys.version_info[1]}", platform.machine()
        if python != self.python:
            raise ReleaseFault(f"release {self.version} is for Python {self.python}; this box has {python}")
        if machine not in self.machines:
            raise ReleaseFault(f"release {self.version} is for {', '.join(self.machines)}; this box is {machine}")


def order(version: str) -> tuple[int, ...]:
    """A version as numbers that compare as versions do; raises ReleaseFault."""
    if not _VERSION.fullmatch(version):
        raise ReleaseFault(f"{version[:40]!r} is no version such as 1.2.3")
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def read(folder: Path) -> Description:
    """The description of the release in a folder; raises ReleaseFault."""
    try:
        with (folder / FILE).open("rb") as file:
            told = tomllib.loads(file.read(MOST_BYTES).decode())
        return Description(_text(told["version"]), _text(told["python"]), _texts(told["machines"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as fault:
        raise ReleaseFault(f"{folder / FILE} cannot be read: {fault}; make the release again") from fault


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise TypeError(f"{value!r} is no list of texts")
    return tuple(map(_text, value))
