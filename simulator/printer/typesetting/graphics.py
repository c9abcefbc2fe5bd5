"""Graphics of `GS ( L` and `GS 8 L`: stored first, printed by the next command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.printer.typesetting.pictures import TALLEST_PICTURE_DOTS, from_rows

if TYPE_CHECKING:
    from PIL import Image

    from simulator.printer.effects import Effect
    from simulator.printer.typesetting.page import Page

STORE_RASTER = 112
PRINT_STORED = (2, 50)
HEADER_BYTES = 10
DOUBLE = 2


class GraphicsMemory:
    """Holds one picture until it is printed."""

    def __init__(self) -> None:
        self.picture: Image.Image | None = None

    def print_stored(self, page: Page) -> list[Effect]:
        """Print the picture and forget it."""
        picture, self.picture = self.picture, None
        return page.print_picture(picture) if picture else []


class Graphics:
    """One graphics command: `m fn a bx by c xL xH yL yH` and rows for storing, `m fn` for printing."""

    def __init__(self, page: Page, memory: GraphicsMemory) -> None:
        self._page = page
        self._memory = memory
        self._limit = HEADER_BYTES + TALLEST_PICTURE_DOTS * ((page.head.dots + 7) // 8)
        self._data = b""

    def take(self, data: bytes) -> list[Effect]:
        """Keep what the memory holds."""
        self._data += data[: max(0, self._limit - len(self._data))]
        return []

    def end(self) -> list[Effect]:
        """Store or print."""
        function = self._data[1] if len(self._data) > 1 else None
        if function in PRINT_STORED:
            return self._memory.print_stored(self._page)
        if function == STORE_RASTER and len(self._data) > HEADER_BYTES:
            self._memory.picture = self._stored()
        return []

    def _stored(self) -> Image.Image | None:
        wide, high = (2 if scale == DOUBLE else 1 for scale in self._data[3:5])
        row_bytes = (int.from_bytes(self._data[6:8], "little") + 7) // 8
        height = int.from_bytes(self._data[8:10], "little")
        rows = self._data[HEADER_BYTES : HEADER_BYTES + row_bytes * height]
        if not row_bytes or len(rows) < row_bytes:
            return None
        return from_rows(rows[: len(rows) - len(rows) % row_bytes], row_bytes, (wide, high))
