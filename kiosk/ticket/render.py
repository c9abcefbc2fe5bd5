"""From a slip to the bytes that a printer understands."""

import logging
from dataclasses import dataclass
from typing import Final

from kiosk.printer import commands
from kiosk.printer.models import PrinterModel
from kiosk.ticket.drawing import Picture, draw
from kiosk.ticket.fonts import FACES, CannotDrawError
from kiosk.ticket.layout import Scale, lines_of, number_scale, scale_for
from kiosk.ticket.letters import Encoding, clean, encoding_for, plainest
from kiosk.ticket.pen import Pen
from kiosk.ticket.qr import qr
from kiosk.ticket.ruler import ruler
from kiosk.ticket.slip import Gap, Number, PageSample, Piece, Qr, Ruler, Slip, Words

log = logging.getLogger(__name__)

LETTER_PX: Final = 24
"""Noto Sans of this size has capitals as high as the printer's own letters."""

LINE_PITCH: Final = 9
"""From line to line, in eighths of the height of a letter."""

WIDE_PITCH: Final = 13
"""The same for letters with signs above and below them."""

TEAR_OFF_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class _Sheet:
    printer: PrinterModel
    pen: Pen
    slip: Slip

    def scale_for(self, words: Words) -> Scale:
        """The same for all words that are as large and in the same language."""
        alike = (
            clean(other.text)
            for other in self.slip.pieces
            if isinstance(other, Words) and (other.language, other.size) == (words.language, words.size)
        )
        return scale_for(alike, words.size, self.printer.columns, is_large=self.slip.is_large)


def render(slip: Slip, printer: PrinterModel) -> bytes:
    """All that one piece of paper needs, from a known state to the cut."""
    sheet = _Sheet(printer, Pen(), slip)
    for piece in slip.pieces:
        _put(piece, sheet)
    sheet.pen.end()
    return commands.START + commands.CENTRED + sheet.pen.output + _end(printer)


def _put(piece: Piece, sheet: _Sheet) -> None:
    match piece:
        case Gap():
            sheet.pen.leave_gap()
        case Number(text):
            _put_number(clean(text).encode("ascii", "ignore").decode()[: sheet.printer.columns], sheet)
        case Qr(address):
            sheet.pen.put(qr(address, sheet.printer))
        case Words():
            _put_words(piece, sheet)
        case Ruler(width_dots):
            sheet.pen.put(ruler(width_dots))
        case PageSample():
            sheet.pen.try_page(piece)


def _put_number(number: str, sheet: _Sheet) -> None:
    sheet.pen.write([number], number_scale(number, sheet.printer.columns), Encoding(), is_bold=True)


def _put_words(words: Words, sheet: _Sheet) -> None:
    text = clean(words.text)
    encoding = encoding_for(text, words.language, sheet.printer)
    if encoding is None:
        _draw_words(text, words, sheet)
    else:
        _write_words(text, words, encoding, sheet)


def _write_words(text: str, words: Words, encoding: Encoding, sheet: _Sheet) -> None:
    scale = sheet.scale_for(words)
    sheet.pen.write(lines_of(text, scale, sheet.printer.columns), scale, encoding, is_bold=words.is_bold)


def _draw_words(text: str, words: Words, sheet: _Sheet) -> None:
    scale = scale_for((), words.size, sheet.printer.columns, is_large=sheet.slip.is_large)
    is_doubled = scale.height > 1
    factor = 2 if is_doubled else 1
    try:
        pictures = draw(text, words.language, LETTER_PX * scale.height // factor, sheet.printer.width_dots // factor)
    except CannotDrawError as missing:
        log.error("%s", missing)  # noqa: TRY400 - the package to install says it all
        _write_words(plainest(text), words, Encoding(), sheet)
        return
    rows = max((len(picture.bits) // picture.width_bytes for picture in pictures), default=0) * factor
    lines = [_bands(picture, is_doubled=is_doubled) for picture in pictures]
    pitch = WIDE_PITCH if words.language in FACES else LINE_PITCH
    sheet.pen.put_lines(lines, LETTER_PX * scale.height * pitch // 8 - rows)


def _bands(picture: Picture, *, is_doubled: bool) -> bytes:
    return commands.bands(picture.bits, picture.width_bytes, is_doubled=is_doubled)


def _end(printer: PrinterModel) -> bytes:
    if not printer.is_known:
        return commands.feed(TEAR_OFF_LINES) + commands.CUT
    return commands.CUT if printer.has_cutter else commands.feed(TEAR_OFF_LINES)
