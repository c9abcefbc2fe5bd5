"""A line as wide as a print head, to see which width a printer has."""

from typing import Final

from kiosk.printer import commands

ROWS: Final = 16
END_BYTES: Final = 2


def ruler(width_dots: int) -> bytes:
    """A line of so many dots with upright ends, from the left edge; a printer with fewer dots loses its right end."""
    width_bytes = width_dots // 8
    row = bytes([0xFF] * END_BYTES) + bytes(width_bytes - 2 * END_BYTES) + bytes([0xFF] * END_BYTES)
    middle = bytes([0xFF]) * width_bytes
    picture = (row * (ROWS // 2 - 1)) + middle * 2 + (row * (ROWS // 2 - 1))
    label = b"%d" % width_dots + commands.LINE
    return commands.LEFT + label + commands.bands(picture, width_bytes, is_doubled=False) + commands.CENTRED
