"""The units of the programs, as they lie in `systemd/`: those that a box needs."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from firmware_config.box import Box

FOLDER: Final = Path(__file__).parents[1] / "systemd"
PLACE: Final = PurePosixPath("etc/systemd/system")
AFTER: Final = {"beurt-clock-battery": "beurt-clock"}
"""What another unit starts when it ends, and is of no use without that."""


def units(box: Box) -> Iterator[tuple[PurePosixPath, str]]:
    """Path on the device and text, of every unit and drop-in that is not made for this box alone."""
    unwanted = {unit.rpartition(".")[0] for unit, is_wanted in box.choices.items() if not is_wanted}
    for file in sorted(FOLDER.rglob("*")):
        owner = file.parent.name.removesuffix(".service.d") if file.parent != FOLDER else file.stem
        if file.is_file() and AFTER.get(owner, owner) not in unwanted:
            yield PLACE / file.relative_to(FOLDER).as_posix(), file.read_text(encoding="utf-8")
