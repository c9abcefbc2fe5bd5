"""Files that must be there whole or not at all, and some of them for few eyes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from runtime.files import FOR_ALL, OWNER_ONLY, settle

__all__ = ("FOR_ALL", "OWNER_ONLY", "alone_in", "read", "write")

LARGEST_BYTES: Final = 256 * 1024


def write(file: Path, content: bytes, mode: int = FOR_ALL) -> None:
    """Replace a file by this content in one step, also through a power cut; the mode counts from the first byte on."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)
    # O_BINARY exists on Windows only, and keeps it from changing the line ends.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(new, flags, mode), "wb") as out:
        _give_to_owner_of(file.parent, out.fileno())
        if os.name == "posix":
            # The umask of a service takes more away than is meant here.
            os.fchmod(out.fileno(), mode)
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    settle(new, file)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else is in here at the same time, where the system can see to that; it is for short work only."""
    if os.name != "posix":
        yield
        return
    import fcntl

    place = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


def read(file: Path) -> bytes:
    """A small file's content; raises OSError, also where it is too large to be what it should be."""
    with file.open("rb") as source:
        content = source.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise OSError(f"{file} is larger than {LARGEST_BYTES} bytes")
    return content


def _give_to_owner_of(folder: Path, file: int) -> None:
    """What root writes in another's folder is that other's, who could not read it otherwise."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    owner = folder.stat()
    if owner.st_uid != 0:
        os.fchown(file, owner.st_uid, owner.st_gid)
