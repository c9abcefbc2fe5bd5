"""Blocks of `GS ( x` that are read as a whole: symbols and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.printer.effects import Confirm, Effect
from simulator.printer.typesetting.symbols import MOST_DATA, PRINT, QrSymbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.printer.typesetting.page import Page

QR = 49
PROCESS_ID = b"\x30\x30"
PROCESS_ID_BYTES = 6
HEADER_BYTES = 3


class ShortBlock:
    """Collects a block and hands it over; what is longer than any symbol's data is cut off."""

    def __init__(self, act: Callable[[bytes], list[Effect]]) -> None:
        self._act = act
        self._data = b""

    def take(self, data: bytes) -> list[Effect]:
        """Collect."""
        self._data += data[: max(0, MOST_DATA + HEADER_BYTES - len(self._data))]
        return []

    def end(self) -> list[Effect]:
        """Hand over."""
        return self._act(self._data)


def symbol_block(page: Page, qr: QrSymbol) -> ShortBlock:
    """`GS ( k`: of all kinds of symbols, this printer draws QR codes."""

    def act(data: bytes) -> list[Effect]:
        if len(data) < HEADER_BYTES or data[0] != QR:
            return []
        qr.set(data[1], data[2:])
        symbol = qr.draw() if data[1] == PRINT else None
        return page.print_picture(symbol) if symbol and symbol.width <= page.area else []

    return ShortBlock(act)


def process_block() -> ShortBlock:
    """`GS ( H` function 48: the four bytes come back when all before them is on paper."""

    def act(data: bytes) -> list[Effect]:
        is_question = data[:2] == PROCESS_ID and len(data) == PROCESS_ID_BYTES
        return [Confirm(b"\x37\x22" + data[2:] + b"\0")] if is_question else []

    return ShortBlock(act)
