"""Sets type: keeps what the commands have set, and turns text and pictures into strips of paper."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from simulator.printer.effects import Advance, Effect
from simulator.printer.typesetting.glyphs import glyph
from simulator.printer.typesetting.line import Align, Line
from simulator.printer.typesetting.style import Style

if TYPE_CHECKING:
    from PIL import Image

    from simulator.printer.head import Head
    from simulator.printer.typesetting.codepages import Decoder

LINE_SPACING_DOTS = 30
LONGEST_FEED_MM = 1016
TAB_COLUMNS = 8
TABS = tuple(range(TAB_COLUMNS, 256, TAB_COLUMNS))
NARROWEST_AREA_DOTS = 24


@dataclass(slots=True)
class Layout:
    """Where on the paper: all in dots, tabs in columns."""

    left: int = 0
    width: int | None = None
    align: Align = 0
    spacing: int = LINE_SPACING_DOTS
    tabs: tuple[int, ...] = TABS
    is_upside_down: bool = False


@dataclass(slots=True)
class Page:
    """The printer's standard mode."""

    head: Head
    decoder: Decoder
    style: Style = field(default_factory=Style)
    layout: Layout = field(default_factory=Layout)
    line: Line = field(default_factory=Line)

    def reset(self) -> None:
        """Begin as after switching on; the line that was begun is lost."""
        self.style = Style()
        self.layout = Layout()
        self.line.clear()
        self.decoder.reset()

    def restyle(self, **changes: Any) -> None:
        """Change the look of the next letters."""
        self.style = replace(self.style, **changes)

    @property
    def area(self) -> int:
        """How many dots wide one may print."""
        room = max(NARROWEST_AREA_DOTS, self.head.dots - self.layout.left)
        return room if self.layout.width is None else max(NARROWEST_AREA_DOTS, min(self.layout.width, room))

    def write(self, data: bytes) -> list[Effect]:
        """Set these bytes as letters; a full line prints itself."""
        effects: list[Effect] = []
        for letter in self.decoder.decode(data):
            cell = glyph(letter, self.style)
            effects += self.put(cell, self.style.font.baseline * self.style.height)
        return effects

    def put(self, image: Image.Image, ascent: int) -> list[Effect]:
        """Put a picture into the line, or into the next one when it does not fit."""
        full = self.line.x + image.width > self.area and not self.line.is_empty
        effects = self.feed_line() if full else []
        self.line.add(image, ascent)
        return effects

    def feed_line(self) -> list[Effect]:
        """Print the line and go to the next."""
        return self.print_line(self.layout.spacing)

    def print_line(self, feed: int) -> list[Effect]:
        """Print the line and feed so many dots, at least the height of what stands in it."""
        ink = None if self.line.is_empty else self._ink()
        self.line.clear()
        dots = min(max(feed, ink.height if ink else 0), round(LONGEST_FEED_MM * self.head.dots_per_mm))
        return [Advance(dots, ink)] if dots else []

    def finish_line(self) -> list[Effect]:
        """Print the line, if there is one."""
        return [] if self.line.is_empty else self.feed_line()

    def print_picture(self, image: Image.Image) -> list[Effect]:
        """Print a picture by itself, aligned, without any space after it."""
        effects = self.finish_line()
        self.line.add(image.crop((0, 0, min(image.width, self.area), image.height)), image.height)
        return effects + self.print_line(0)

    def tab(self) -> None:
        """Move to the next tab stop."""
        column = self.style.font.width * self.style.width + self.style.gap
        stop = next((stop * column for stop in self.layout.tabs if stop * column > self.line.x), None)
        if stop is not None and stop < self.area:
            self.line.x = stop

    def _ink(self) -> Image.Image:
        ink = self.line.render(self.head.dots, self.layout.left, self.area, self.layout.align)
        return ink.rotate(180) if self.layout.is_upside_down else ink
