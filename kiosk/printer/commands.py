"""The ESC/POS commands that the kiosk uses, on python-escpos' constants."""

from typing import Final

from escpos import constants as escpos

LINE: Final[bytes] = escpos.CTL_LF
INIT: Final[bytes] = escpos.HW_INIT
SINGLE_BYTES: Final[bytes] = escpos.FS + b"."
"""Cheap printers start in a two-byte Chinese mode, in which accents are read as Chinese."""

REPORT_CHANGES: Final[bytes] = escpos.GS + b"a\xff"
START: Final[bytes] = INIT + SINGLE_BYTES + REPORT_CHANGES
"""A known state; some printers forget to report changes at ESC @, so that comes after it."""

ASK_STATUS: Final[bytes] = b"".join(escpos.RT_STATUS + bytes([n]) for n in (1, 2, 4))
ASK_MAKER: Final[bytes] = escpos.GS + b"I\x42"
ASK_MODEL: Final[bytes] = escpos.GS + b"I\x43"
CONFIRM: Final[bytes] = escpos.GS + b"r\x01"
"""Answered when all before it was taken in hand."""

CLEAR_NOW: Final[bytes] = escpos.DLE + escpos.DC4 + b"\x08\x01\x03\x14\x01\x06\x02\x08"
RECOVER: Final[bytes] = escpos.DLE + escpos.ENQ + b"\x02"

BOLD: Final[bytes] = escpos.TXT_STYLE["bold"][True]
NOT_BOLD: Final[bytes] = escpos.TXT_STYLE["bold"][False]
LEFT: Final[bytes] = escpos.TXT_STYLE["align"]["left"]
CENTRED: Final[bytes] = escpos.TXT_STYLE["align"]["center"]
CUT: Final[bytes] = escpos.GS + b"V\x42\x00"
"""Feeds just as far as the cutter."""

BAND_ROWS: Final = 24
"""A picture goes in bands this high, so that what was broken off is small enough to flush out."""


def size(width: int, height: int) -> bytes:
    """Magnify what follows, 1 to 8 times each way."""
    return bytes(escpos.TXT_SIZE) + bytes([(width - 1) << 4 | (height - 1)])


def page(number: int) -> bytes:
    """Read the bytes above 0x7f by this code page of the printer's own."""
    return bytes(escpos.CODEPAGE_CHANGE) + bytes([number])


def feed(lines: int) -> bytes:
    """Move the paper on."""
    return bytes(escpos.ESC) + b"d" + bytes([lines])


def advance(dots: int) -> bytes:
    """Move the paper on by so many dots, or by what the printer counts in."""
    return bytes(escpos.ESC) + b"J" + bytes([dots])


def process_id(identity: bytes) -> bytes:
    """Ask for these four characters back when all before was printed."""
    return bytes(escpos.GS) + b"(H\x06\x00\x30\x30" + identity


def bands(bits: bytes, width_bytes: int, *, is_doubled: bool) -> bytes:
    """A picture of one bit a dot, in bands; doubled: each dot becomes two by two."""
    command = bytes(escpos.S_RASTER_Q if is_doubled else escpos.S_RASTER_N)
    step = width_bytes * BAND_ROWS
    parts = (bits[start : start + step] for start in range(0, len(bits), step))
    return b"".join(command + _dimensions(width_bytes, len(part)) + part for part in parts)


def flush(width_dots: int) -> bytes:
    """Enough nothing to fill a picture that broke off, then a known state."""
    return bytes(width_dots // 8 * BAND_ROWS) + START


def _dimensions(width_bytes: int, length: int) -> bytes:
    return width_bytes.to_bytes(2, "little") + (length // width_bytes).to_bytes(2, "little")
