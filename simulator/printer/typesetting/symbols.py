"""QR codes of `GS ( k`, drawn for real."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from PIL import Image

MODEL, SIZE, LEVEL, STORE, PRINT = 65, 67, 69, 80, 81
MICRO_MODEL = 51
LARGEST_MODULE = 16
MOST_DATA = 7092
LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}


@dataclass(slots=True)
class QrSymbol:
    """What the commands have set and stored so far."""

    module: int = 3
    level: str = "L"
    is_micro: bool = False
    data: bytes = b""

    def set(self, function: int, params: bytes) -> None:
        """Take one of the settings, or the data behind its `m`."""
        value = params[0] if params else 0
        if function == MODEL:
            self.is_micro = value == MICRO_MODEL
        elif function == SIZE and 1 <= value <= LARGEST_MODULE:
            self.module = value
        elif function == LEVEL:
            self.level = LEVELS.get(value, self.level)
        elif function == STORE:
            self.data = params[1 : 1 + MOST_DATA]

    def draw(self) -> Image.Image | None:
        """The symbol without a quiet zone; nothing when the data are empty or too long."""
        if not self.data:
            return None
        level = "Q" if self.is_micro and self.level == "H" else self.level
        try:
            code = segno.make(self.data, error=level, micro=self.is_micro, boost_error=False)
        except ValueError:
            return None
        side = len(code.matrix)
        dots = Image.frombytes("L", (side, side), bytes(255 * (dot & 1) for row in code.matrix for dot in row))
        return dots.convert("1").resize((side * self.module, side * self.module))
