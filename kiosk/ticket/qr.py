"""A web address as a QR code: by the printer itself, or drawn."""

from typing import Final

from kiosk.printer.commands import bands
from kiosk.printer.models import PrinterModel

MODULE_DOTS: Final = 6
"""0.75 mm at 203 dots an inch: an old telephone reads it."""

_HEAD: Final = b"\x1d(k"


def qr(address: str, printer: PrinterModel) -> bytes:
    """The code, with error correction level M; the line before it must have ended."""
    return _native(address.encode()) if printer.has_qr else _drawn(address)


def _native(data: bytes) -> bytes:
    parts = (b"1A2\x00", b"1C" + bytes([MODULE_DOTS]), b"1E1", b"1P0" + data, b"1Q0")
    return b"".join(_HEAD + len(part).to_bytes(2, "little") + part for part in parts)


def _drawn(address: str) -> bytes:
    # Imported late: most tickets have none.
    import segno
    from PIL import Image

    matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    side = len(matrix)
    image = Image.new("1", (side, side))
    image.putdata([module & 1 for row in matrix for module in row])
    half = MODULE_DOTS // 2
    image = image.resize((side * half, side * half))
    return bands(image.tobytes(), (side * half + 7) // 8, is_doubled=True)
