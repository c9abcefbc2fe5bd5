"""Files that are there whole or not at all, and the folder where a program keeps its own."""

import os
from pathlib import Path
from typing import BinaryIO, Final

OWNER_ONLY: Final = 0o600
FOR_GROUP: Final = 0o640
FOR_ALL: Final = 0o644


def put(file: Path, content: bytes, mode: int = FOR_ALL) -> None:
    """Replace a file in one step, also through a power cut; it has that mode from its first byte on.

    Raises:
        OSError: there is no such folder, no room or no right.
    """
    part = _beside(file)
    with _new(part, mode) as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    settle(part, file)


def note(file: Path, content: bytes, mode: int = FOR_ALL) -> None:
    """The same, but it need not survive a power cut, which wears the memory card less; raises OSError."""
    part = _beside(file)
    with _new(part, mode) as target:
        target.write(content)
    part.replace(file)


def settle(part: Path, file: Path) -> None:
    """Give a file that is on the disk already its name, for good; raises OSError."""
    part.replace(file)
    if os.name != "posix":
        return
    # Without it the new name may not survive a power cut.
    handle = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def state_folder() -> Path:
    """Where a program keeps its state: systemd's choice, else the user's."""
    given = os.environ.get("STATE_DIRECTORY")
    if given:
        return Path(given.split(":")[0])
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "aan-de-beurt"


def _beside(file: Path) -> Path:
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    return part


def _new(file: Path, mode: int) -> BinaryIO:
    # O_BINARY exists on Windows only, and keeps it from changing the line ends.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    target = os.fdopen(os.open(file, flags, mode), "wb")
    if os.name == "posix":
        # The umask of a service takes more away than is meant here.
        os.fchmod(target.fileno(), mode)
    return target
