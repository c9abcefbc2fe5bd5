"""What is mounted where, from /proc/self/mountinfo (proc_pid_mountinfo(5))."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

MOUNTINFO: Final = "/proc/self/mountinfo"
_FIELDS_BEFORE: Final = 6
_FIELDS_AFTER: Final = 3


@dataclass(frozen=True, slots=True)
class Mount:
    """One mount; `is_read_only` is the file system's own word, whatever a service's sandbox makes of it."""

    point: PurePosixPath
    kind: str
    source: str
    is_read_only: bool

    @property
    def is_in_memory(self) -> bool:
        """Is all of it lost when the power goes?"""
        return self.kind in {"tmpfs", "ramfs", "overlay"}


def parse(mountinfo: str) -> list[Mount]:
    """All mounts, the later ones on top of the earlier."""
    return [mount for line in mountinfo.splitlines() if (mount := _mount(line)) is not None]


def of(path: str, mounts: list[Mount]) -> Mount | None:
    """The mount that a path is on."""
    place = PurePosixPath(path)
    above = [mount for mount in mounts if place.is_relative_to(mount.point)]
    return max(reversed(above), key=lambda mount: len(mount.point.parts), default=None)


def _mount(line: str) -> Mount | None:
    before, _, after = line.partition(" - ")
    fields, rest = before.split(" "), after.split(" ")
    if len(fields) < _FIELDS_BEFORE or len(rest) < _FIELDS_AFTER:
        return None
    is_read_only = "ro" in rest[2].split(",")
    return Mount(PurePosixPath(_unescaped(fields[4])), rest[0], _unescaped(rest[1]), is_read_only)


def _unescaped(path: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), path)
