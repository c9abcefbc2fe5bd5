"""Writes on the paper, and says to the printer only what changes."""

from typing import Final

from kiosk.printer import commands
from kiosk.ticket.layout import Scale
from kiosk.ticket.letters import Encoding
from kiosk.ticket.slip import PageSample

LEADING: Final = b"\x1bJ\x10"
"""Some white above a paragraph: one or two millimetres, as the printer's unit is."""

LEAST_LEADING: Final = 8
"""Some white above and below a drawn line, in dots; letters have it of their own."""


class Pen:
    """Collects the bytes of a slip; a gap is left when something follows it."""

    def __init__(self) -> None:
        self.output = b""
        self._gaps = 0
        self._scale = Scale(1, 1)
        self._is_bold = False
        self._page: int | None = None

    def leave_gap(self) -> None:
        """Leave a line white before what comes next."""
        self._gaps += 1

    def write(self, lines: list[str], scale: Scale, encoding: Encoding, *, is_bold: bool) -> None:
        """Write lines of text with the printer's own letters."""
        self._begin(scale, is_bold=is_bold)
        if encoding.page is not None and encoding.page != self._page:
            self.output += commands.page(encoding.page)
            self._page = encoding.page
        self.output += b"".join(line.encode(encoding.codec) + commands.LINE for line in lines)

    def put(self, picture: bytes) -> None:
        """Put a picture as the next line."""
        self._begin(Scale(1, 1) if self._gaps else self._scale, is_bold=False)
        self.output += picture

    def put_lines(self, pictures: list[bytes], leading_dots: int) -> None:
        """Put a paragraph that was drawn line by line, with so much white between two lines."""
        margin = commands.advance(LEAST_LEADING)
        if pictures:
            self.put(margin + commands.advance(max(LEAST_LEADING, leading_dots)).join(pictures) + margin)

    def try_page(self, sample: PageSample) -> None:
        """Write a line by a code page that the printer may lack."""
        self._begin(Scale(1, 1), is_bold=sample.is_bold)
        # Page 0 first: a number that a printer does not know leaves it on the page before.
        pages = commands.page(0) + commands.page(sample.number)
        letters = sample.letters.encode(sample.codec, "ignore")
        self.output += pages + b"%3d %-6s " % (sample.number, sample.codec.encode()) + letters + commands.LINE
        self._page = None

    def end(self) -> None:
        """Leave as much white as keeps the cut out of the last line."""
        self.leave_gap()
        self._begin(Scale(1, 1), is_bold=False)

    def _begin(self, scale: Scale, *, is_bold: bool) -> None:
        white = commands.LINE * self._gaps or (LEADING if self.output else b"")
        if scale != self._scale:
            self.output += commands.size(scale.width, scale.height)
            self._scale = scale
        if is_bold != self._is_bold:
            self.output += commands.BOLD if is_bold else commands.NOT_BOLD
            self._is_bold = is_bold
        self.output += white
        self._gaps = 0
