"""Taking secrets off a card: written over, then removed.

A card moves what is written to other cells as it wears, so an old copy may stay where no program reaches it. Whoever
has the card in hand and reads its chips may find it. What is wiped here therefore counts once, or not for long.
"""

import os
from collections.abc import Iterable
from pathlib import Path

GONE = "# Taken away after the first start.\n"


def wipe(files: Iterable[Path]) -> int:
    """Write over each file and remove it; says how many there were."""
    count = 0
    for file in files:
        with file.open("r+b") as out:
            out.write(os.urandom(file.stat().st_size))
            out.flush()
            os.fsync(out.fileno())
        file.unlink()
        count += 1
    return count


def blank(file: Path) -> None:
    """Write over a file that has to stay, and leave a remark in it."""
    if file.exists():
        wipe([file])
        file.write_text(GONE, encoding="utf-8")


def below(*folders: Path) -> list[Path]:
    """Every file below these folders, where they exist."""
    return sorted(file for folder in folders if folder.exists() for file in folder.rglob("*") if file.is_file())
