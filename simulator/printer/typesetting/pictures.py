"""Pictures that arrive as blocks of data: `GS v 0` row by row, `ESC *` column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PIL import Image

if TYPE_CHECKING:
    from simulator.printer.effects import Effect
    from simulator.printer.typesetting.page import Page

TALLEST_PICTURE_DOTS = 2400


class Block(Protocol):
    """Takes the data that follow a command."""

    def take(self, data: bytes, /) -> list[Effect]:
        """Take the next piece."""

    def end(self) -> list[Effect]:
        """Act on the whole."""


def from_rows(rows: bytes, row_bytes: int, scale: tuple[int, int] = (1, 1)) -> Image.Image:
    """Draw whole rows of eight dots a byte, magnified in width and height."""
    image = Image.frombytes("1", (row_bytes * 8, len(rows) // row_bytes), rows)
    return image if scale == (1, 1) else image.resize((image.width * scale[0], image.height * scale[1]))


class Raster:
    """`GS v 0`: prints each row as it comes, so a picture that is broken off is on paper as far as it came."""

    def __init__(self, page: Page, params: bytes) -> None:
        self._page = page
        self._row_bytes = int.from_bytes(params[2:4], "little")
        self._scale = (1 + (params[1] & 1), 1 + (params[1] >> 1 & 1))
        self._rest = b""

    def take(self, data: bytes) -> list[Effect]:
        """Print the rows that are complete."""
        data = self._rest + data
        whole = len(data) - len(data) % self._row_bytes
        self._rest = data[whole:]
        if not whole:
            return []
        kept = min(self._row_bytes, (self._page.head.dots + 7) // 8)
        rows = b"".join(data[at : at + kept] for at in range(0, whole, self._row_bytes))
        return self._page.print_picture(from_rows(rows, kept, self._scale))

    def end(self) -> list[Effect]:
        """Nothing is left to do."""
        return []


class Columns:
    """`ESC *`: 8 or 24 dots high columns, set into the line like a letter."""

    def __init__(self, page: Page, params: bytes) -> None:
        self._page = page
        self._column_bytes = 3 if params[0] & 0x20 else 1
        self._scale = (1 if params[0] & 1 else 2, 1 if self._column_bytes > 1 else 3)
        self._limit = page.head.dots * self._column_bytes
        self._data = b""

    def take(self, data: bytes) -> list[Effect]:
        """Keep as many columns as the paper is wide."""
        self._data += data[: max(0, self._limit - len(self._data))]
        return []

    def end(self) -> list[Effect]:
        """Put the picture into the line."""
        upright = from_rows(self._data, self._column_bytes).transpose(Image.Transpose.TRANSPOSE)
        size = (upright.width * self._scale[0], upright.height * self._scale[1])
        image = upright.resize(size).crop((0, 0, min(size[0], self._page.area), size[1]))
        return self._page.put(image, image.height)


class Skip:
    """A block that this printer does not know."""

    def take(self, _: bytes) -> list[Effect]:
        """Throw it away."""
        return []

    def end(self) -> list[Effect]:
        """Nothing follows."""
        return []
