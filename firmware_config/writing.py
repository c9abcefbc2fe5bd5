"""Rendered files put where they belong: below a root, whole or not at all, and only where something changed."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from firmware_config.boot_files import with_block, with_changes
from firmware_config.box import BoxFault
from firmware_config.rendering import RenderedFile
from runtime.files import settle

FAT = PurePosixPath("boot/firmware")
"""There are no owners and no modes on it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be written: what was there (None for nothing), and what is to be."""

    path: PurePosixPath
    before: str | None
    after: str
    file: RenderedFile


def changes(root: Path, files: Mapping[PurePosixPath, RenderedFile]) -> tuple[Change, ...]:
    """What writing would change below a root.

    Raises:
        BoxFault: a file there cannot be read, or leads out of the root.
    """
    return tuple(_changes(root, files))


def write(root: Path, change: Change) -> str | None:
    """Put one file there, and say what could not be done about its owner.

    Raises:
        OSError: it cannot be written.
    """
    place = _place(root, change.path)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=place.parent, encoding="utf-8", newline="\n", delete=False) as new:
        try:
            new.write(change.after)
            new.flush()
            os.fsync(new.fileno())
            remark = None if change.path.is_relative_to(FAT) else _dress(root, Path(new.name), change)
        except BaseException:
            Path(new.name).unlink()
            raise
    settle(Path(new.name), place)
    return remark


def _changes(root: Path, files: Mapping[PurePosixPath, RenderedFile]) -> Iterator[Change]:
    for path, file in files.items():
        before = _read(_place(root, path))
        after = _after(before or "", file)
        if before != after:
            yield Change(path, before, after, file)


def _after(before: str, file: RenderedFile) -> str:
    match file.way:
        case "whole":
            return file.text
        case "block":
            return with_block(before, file.text)
        case "kernel line":
            return with_changes(before, file.text)


def _place(root: Path, path: PurePosixPath) -> Path:
    place = root / path
    # A link to an absolute path below a mounted card means a file of this computer.
    if not place.parent.resolve().is_relative_to(root.resolve()):
        raise BoxFault(f"{place} leads out of {root}; take the link away")
    return place


def _read(place: Path) -> str | None:
    try:
        return place.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as fault:
        raise BoxFault(f"{place} cannot be read: {fault}") from fault


def _dress(root: Path, new: Path, change: Change) -> str | None:
    file = change.file
    new.chmod(file.mode)
    user, group = _number(root, "passwd", file.owner), _number(root, "group", file.group)
    if user is None or group is None:
        return f"/{change.path}: there is no {file.owner}:{file.group} yet; systemd-tmpfiles gives it its owner"
    try:
        shutil.chown(new, user, group)
    except PermissionError:
        return f"/{change.path}: only root can give it to {file.owner}:{file.group}"
    return None


def _number(root: Path, book: str, name: str) -> int | None:
    """The number of a user or group as the root's own books have it: they differ from this computer's."""
    if name == "root":
        return 0
    rows = (_read(root / "etc" / book) or "").splitlines()
    return next((int(parts[2]) for parts in (row.split(":") for row in rows) if parts[0] == name), None)
