"""The first partition of a card with Raspberry Pi OS, as it shows up in a computer: a folder to write to."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CONFIG, KERNEL_LINE = "config.txt", "cmdline.txt"
OURS: Final = "beurt"
SPARE_BYTES: Final = 20 * 1024 * 1024
"""What has to stay free: Raspberry Pi OS writes its new kernels to this partition."""

UNABLE: Final = frozenset('"*:<>?\\|')
"""What no name on a FAT partition may hold."""

_PIECE: Final = 1024 * 1024
_MEGABYTE: Final = 1_000_000


class CardFault(Exception):  # noqa: N818 - it says what the card has
    """A card that cannot be written; the text says what to do."""


@dataclass(frozen=True)
class Card:
    """A mounted card; everything of ours goes into the folder `beurt`, but for what the system itself reads."""

    folder: Path
    tell: Callable[[str], None] = print

    def check(self) -> None:
        """Raise CardFault where this is not the partition that a Raspberry Pi starts from."""
        if not self.folder.is_dir():
            raise CardFault(
                f"{self.folder} is not there. Put the card into this computer (once more after it was written), and "
                "give the folder or drive that is then called bootfs"
            )
        missing = [name for name in (CONFIG, KERNEL_LINE) if not (self.folder / name).is_file()]
        if missing:
            raise CardFault(
                f"{self.folder} is not the card: it has no {' and no '.join(missing)}. Write Raspberry Pi OS Lite "
                "(64-bit) to the card, take it out, put it in again, and give the folder or drive that is then called "
                "bootfs"
            )
        if not (self.folder / "user-data").exists():
            raise CardFault(
                f"{self.folder} has no user-data: this Raspberry Pi OS is older than Trixie, or is no Raspberry Pi OS "
                "Lite. Write Raspberry Pi OS Lite (64-bit, Trixie) to the card and begin again"
            )

    @property
    def ours(self) -> Path:
        """The folder for what is only ours."""
        return self.folder / OURS

    def free_bytes(self) -> int:
        """How much more fits."""
        return shutil.disk_usage(self.folder).free

    def check_room(self, wanted_bytes: int, *, is_offline: bool) -> None:
        """Raise CardFault where so much does not fit."""
        free = self.free_bytes()
        if wanted_bytes + SPARE_BYTES > free:
            online = "Leave out --offline for a box that has internet at its first start. Or write"
            raise CardFault(
                f"{self.folder} has {size_text(free)} free, and {size_text(wanted_bytes + SPARE_BYTES)} is needed. "
                f"{online if is_offline else 'Write'} Raspberry Pi OS Lite (64-bit, Trixie) to the card anew: its "
                "first partition has room for this"
            )

    def clear(self) -> None:
        """Take away what an earlier run left."""
        if self.ours.exists():
            shutil.rmtree(self.ours)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a small file; a text always gets the line ends that the box reads."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            out.write(content.encode() if isinstance(content, str) else content)
            out.flush()
            os.fsync(out.fileno())

    def copy(self, source: Path, name: str, files: Iterable[Path]) -> int:
        """Copy files of a folder, say how far it is, and read each back; returns the bytes.

        Raises:
            CardFault: what was read back is not what was written, or a name cannot be.
        """
        wanted = sorted(files)
        for file in wanted:
            if UNABLE & set(file.name):
                raise CardFault(f"{file}: a card cannot hold a file with this name; make the folder again")
        total = sum(file.stat().st_size for file in wanted)
        done, told = 0, 0
        for file in wanted:
            target = self.folder / name / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            if _copied(file, target) != digest(target):
                raise CardFault(f"{target} does not read back as it was written: take another card")
            done += file.stat().st_size
            if total and done * 10 // total > told:
                told = done * 10 // total
                self.tell(f"  {name}: {told * 10}% of {size_text(total)}")
        return done


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def size_text(size_bytes: int) -> str:
    """A size as people say it."""
    return f"{size_bytes / _MEGABYTE:.1f} MB" if size_bytes < 10 * _MEGABYTE else f"{size_bytes / _MEGABYTE:.0f} MB"


def tree(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [file for file in folder.rglob("*") if file.is_file()]


def _copied(source: Path, target: Path) -> str:
    found = hashlib.sha256()
    with source.open("rb") as incoming, target.open("wb") as out:
        while piece := incoming.read(_PIECE):
            found.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    return found.hexdigest()
