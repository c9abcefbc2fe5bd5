"""The machine as files below one root folder and as commands; nothing here knows what they mean."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from doctor.commands import Commands

MOST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 500


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """The file is there, but may not or cannot be read."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Reads the files of a root folder, small parts of them only, and runs commands."""

    root: Path = Path("/")
    commands: Commands = field(default_factory=Commands)

    def place(self, path: str | Path) -> Path:
        """Where an absolute path of the machine is, seen from here."""
        return self.root / str(path).lstrip("/")

    def has(self, path: str | Path) -> bool:
        """Is there such a file or folder?"""
        return os.path.lexists(self.place(path))

    def text(self, path: str | Path) -> str | None:
        """The file's text without the space around it; None where there is no such file.

        Raises:
            Unreadable: it is there, and cannot be read.
        """
        try:
            with self.place(path).open("rb") as file:
                return file.read(MOST_BYTES).decode("utf-8", "replace").strip()
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise Unreadable(f"{path}: {fault.strerror}") from fault

    def texts(self, pattern: str) -> dict[str, str]:
        """The texts of all files that fit the pattern, by their paths; what cannot be read is left out."""
        found = {}
        for path in self.paths(pattern):
            try:
                text = self.text(path)
            except Unreadable:
                continue
            if text is not None:
                found[path] = text
        return found

    def paths(self, pattern: str) -> list[str]:
        """The absolute paths that fit the pattern, sorted, at most 500."""
        found = sorted(self.root.glob(pattern.lstrip("/")))[:MOST_FILES]
        return [f"/{path.relative_to(self.root)}" for path in found]
