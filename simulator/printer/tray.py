"""The folder in which the slips lie, numbered in the order in which they came out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.printer.slip_picture import draw_slip

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.printer.paper import Slip

_NUMBERED = re.compile(r"(\d{4,})\.png")


class Tray:
    """Writes each slip as `0001.png` and on; a file is whole as soon as it is there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        numbers = (_NUMBERED.fullmatch(path.name) for path in folder.iterdir())
        self._last = max((int(number[1]) for number in numbers if number), default=0)

    def lay(self, slip: Slip) -> Path:
        """Write one slip; the path at which it lies. OSError when the folder cannot be written."""
        path = self._folder / f"{self._last + 1:04}.png"
        unfinished = self._folder / f".{path.name}.part"
        dpi = slip.head.dpi
        draw_slip(slip).save(unfinished, format="PNG", dpi=(dpi, dpi))
        unfinished.rename(path)
        self._last += 1
        return path
