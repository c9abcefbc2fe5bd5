"""The interpreter: frames in, effects out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.printer.reading.frames import BlockData, BlockStart, Command, Frame, Text
from simulator.printer.reading.lengths import ESC, GS
from simulator.printer.typesetting import paper_commands, text_commands
from simulator.printer.typesetting.codepages import CODE_PAGES, Decoder
from simulator.printer.typesetting.graphics import Graphics, GraphicsMemory
from simulator.printer.typesetting.page import Page
from simulator.printer.typesetting.pictures import Block, Columns, Raster, Skip
from simulator.printer.typesetting.short_blocks import process_block, symbol_block
from simulator.printer.typesetting.symbols import QrSymbol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.printer.effects import Effect
    from simulator.printer.head import Head

HANDLERS = text_commands.HANDLERS | paper_commands.HANDLERS


class Typesetter:
    """Obeys one frame after the other; knows no time and never raises, whatever the frames hold."""

    def __init__(self, head: Head, *, starts_in_two_bytes: bool = False, pages: Mapping[int, str] = CODE_PAGES) -> None:
        self._page = Page(head, Decoder(starts_in_two_bytes=starts_in_two_bytes, pages=pages))
        self._block: Block = Skip()
        self._opened: dict[bytes, Callable[[BlockStart], Block]] = {
            ESC + b"*": lambda start: Columns(self._page, start.params),
            GS + b"v": lambda start: Raster(self._page, start.params),
            GS + b"(": self._sub_block,
            GS + b"8": self._sub_block,
        }
        self.reset()

    def reset(self) -> None:
        """Begin as after switching on."""
        self._page.reset()
        self._qr = QrSymbol()
        self._graphics = GraphicsMemory()
        self._block = Skip()

    def forget(self) -> None:
        """Drop the line and the block that have begun; settings stay."""
        self._page.line.clear()
        self._block = Skip()

    def obey(self, frame: Frame) -> list[Effect]:
        """What follows from this frame."""
        match frame:
            case Text(data):
                return self._page.write(data)
            case Command(name, params):
                handler = HANDLERS.get(name)
                return (handler(self._page, params) if handler else None) or []
            case BlockStart():
                self._block = self._open(frame)
                return []
            case BlockData(data, is_last):
                return self._block.take(data) + (self._block.end() if is_last else [])

    def _open(self, start: BlockStart) -> Block:
        opened = self._opened.get(start.name)
        return opened(start) if opened else Skip()

    def _sub_block(self, start: BlockStart) -> Block:
        match start.params[:1]:
            case b"L":
                return Graphics(self._page, self._graphics)
            case b"k":
                return symbol_block(self._page, self._qr)
            case b"H":
                return process_block()
            case _:
                return Skip()
