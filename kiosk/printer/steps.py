"""A job cut into its steps, and how much paper they take; knows only the commands that the kiosk uses."""

import re
from collections.abc import Iterator
from typing import Final

from kiosk.printer.models import dots_per_mm

STEP: Final = re.compile(
    rb"\x1dv0.(?P<picture>....)|\x1d\([kH](?P<block>..)|\x1d[a!rIL].|\x1b[aEtJd].|\x1dVB.|\x1b@|\x1c\."
    rb"|[^\x10\x1b-\x1d\n]*\n|[^\x10\x1b-\x1d\n]+|.",
    re.DOTALL,
)

LINE_DOTS: Final = 30
LETTER_DOTS: Final = 24
QR_DOTS: Final = 200
"""A code of some forty letters; its true size is the printer's own to make."""

HEAD_TO_CUTTER_MM: Final = 12
PRINT_CODE: Final = b"1Q0"


def steps(data: bytes) -> Iterator[bytes]:
    """Each command with all that belongs to it, and each line of text; together they are the data again."""
    at = 0
    while found := STEP.match(data, at):
        end = found.end() + _following(found)
        yield data[at:end]
        at = end


def pieces(data: bytes, least_bytes: int) -> Iterator[bytes]:
    """The steps in groups of so many bytes or a step more; the last may be smaller."""
    piece = b""
    for step in steps(data):
        piece += step
        if len(piece) >= least_bytes:
            yield piece
            piece = b""
    if piece:
        yield piece


def paper_mm(data: bytes, width_dots: int) -> float:
    """The length of paper that a job takes, with the way to the cutter."""
    height, dots, mm = 1, 0, 0
    for step in steps(data):
        if step.startswith(b"\x1d!"):
            height = (step[-1] & 7) + 1
        elif step.startswith(b"\x1dV"):
            mm += HEAD_TO_CUTTER_MM
        else:
            dots += _dots(step, height)
    return mm + dots / dots_per_mm(width_dots)


def _following(found: re.Match[bytes]) -> int:
    if picture := found["picture"]:
        return int.from_bytes(picture[:2], "little") * int.from_bytes(picture[2:], "little")
    return int.from_bytes(found["block"] or b"", "little")


def _dots(step: bytes, height: int) -> int:
    match step[:2]:
        case b"\x1dv":
            return int.from_bytes(step[6:8], "little") * (2 if step[3] & 2 else 1)
        case b"\x1d(":
            return QR_DOTS if step.endswith(PRINT_CODE) else 0
        case b"\x1bJ":
            return step[2]
        case b"\x1bd":
            return step[2] * LINE_DOTS
        case b"\n":
            return LINE_DOTS
        case _:
            return max(LINE_DOTS, LETTER_DOTS * height) if step.endswith(b"\n") else 0
