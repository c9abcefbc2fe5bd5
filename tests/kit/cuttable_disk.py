"""A disk of which only what was synced is left when the power goes."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "64M"
_OWN_WRITES_S = 300


@dataclass
class CuttableDisk:
    """An ext4 in a file: what programs wrote and did not sync is in memory only, not in the file."""

    image: Path
    place: Path

    def cut(self, into: Path) -> "CuttableDisk":
        """The disk as a power cut at this moment would leave it; this one goes on."""
        shutil.copyfile(self.image, into)
        place = into.with_suffix(".mounted")
        place.mkdir()
        return CuttableDisk(into, place)

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        """Its folder; ext4 puts its journal in order first, as after a power cut."""
        _run("mount", "-o", f"loop,noatime,commit={_OWN_WRITES_S}", str(self.image), str(self.place))
        try:
            yield self.place
        finally:
            _run("umount", str(self.place))


def make(folder: Path) -> CuttableDisk:
    """A new one, empty."""
    image, place = folder / "disk", folder / "disk.mounted"
    place.mkdir()
    _run("truncate", "--size", SIZE, str(image))
    # Without this ext4 would be at work on its own tables for a while after it was mounted.
    _run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image))
    return CuttableDisk(image, place)


def why_not(folder: Path) -> str:
    """Why this computer cannot have such a disk; empty where it can."""
    try:
        disk = make(folder)
        with disk.mounted():
            return ""
    except (OSError, subprocess.CalledProcessError) as fault:
        return f"a disk of its own cannot be mounted here: {getattr(fault, 'stderr', '') or fault}"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
