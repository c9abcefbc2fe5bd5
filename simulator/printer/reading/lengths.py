"""How many bytes belong to each ESC/POS command: without this a printer prints parameters as letters."""

from __future__ import annotations

from collections.abc import Callable

ESC, FS, GS, DLE = b"\x1b", b"\x1c", b"\x1d", b"\x10"
PREFIXES = ESC + FS + GS + DLE
LONGEST_STRING = 255
MOST_TABS = 32
TALLEST_OWN_LETTER = 3
BARCODE_WITH_LENGTH = 65
CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"

Count = Callable[[bytes], int]


def _fixed(prefix: bytes, lengths: dict[int, str]) -> dict[bytes, int]:
    return {prefix + letter.encode("latin-1"): count for count, letters in lengths.items() for letter in letters}


FIXED: dict[bytes, int] = (
    _fixed(ESC, {1: " !%-=?3EGJKMRTUVadertu{", 2: "$Bc\\", 3: "7p", 8: "W"})
    | _fixed(FS, {1: "!-CW", 2: "?Sp", 74: "2"})
    | _fixed(GS, {1: "!#/BEHITabfhrw\xe0", 2: "$LPW\\", 3: "^"})
    | _fixed(DLE, {1: "\x05"})
)


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _first_of(counts: dict[int, int], otherwise: int) -> Count:
    return lambda params: counts.get(params[0], otherwise) if params else 1


def _string(limit: int) -> Count:
    """Counts up to a NUL."""
    return lambda params: len(params) if params.endswith(b"\0") or len(params) >= limit else len(params) + 1


def _barcode(params: bytes) -> int:
    if not params:
        return 1
    if params[0] < BARCODE_WITH_LENGTH:
        return 1 + _string(LONGEST_STRING)(params[1:])
    return 2 + params[1] if len(params) > 1 else 2


def _own_letters(params: bytes) -> int:
    """`ESC & y c1 c2`, then for each letter its width x and x times y bytes."""
    needed = 3
    if len(params) < needed:
        return needed
    height, first, last = params[:3]
    if height > TALLEST_OWN_LETTER:
        return needed
    for _ in range(first, last + 1):
        if len(params) <= needed:
            return needed + 1
        needed += 1 + params[needed] * height
    return needed


def _real_time_extra(params: bytes) -> int:
    return 2 if params[:1] in {b"\x07", b"\x08", b"\x12"} else 1


VARIABLE: dict[bytes, Count] = {
    ESC + b"&": _own_letters,
    ESC + b"*": lambda _: 3,
    ESC + b"D": _string(MOST_TABS + 1),
    ESC + b"(": lambda _: 3,
    FS + b"(": lambda _: 3,
    FS + b"g": lambda _: 8,
    FS + b"q": lambda _: 5,
    GS + b"(": lambda _: 3,
    GS + b"*": lambda _: 2,
    GS + b"8": lambda _: 5,
    GS + b"C": _first_of({0x30: 3, 0x31: 7, 0x32: 3, 0: 3, 1: 7, 2: 3}, 1),
    GS + b"Q": _first_of({0x30: 6}, 1),
    GS + b"V": _first_of({0: 1, 1: 1, 0x30: 1, 0x31: 1}, 2),
    GS + b"g": _first_of({0x30: 4, 0x32: 4}, 1),
    GS + b"k": _barcode,
    GS + b"v": _first_of({0x30: 6}, 1),
    GS + b"z": _first_of({0x30: 3}, 1),
    DLE + b"\x04": _real_time_extra,
    DLE + b"\x14": _first_of({1: 3, 2: 3, 3: 6, 7: 2, 8: len(CLEAR_BUFFERS) - 2}, 1),
}


def _raster_size(params: bytes) -> int:
    return _little(params[2:4]) * _little(params[4:6]) if params[0] == ord("0") else 0


def _column_size(params: bytes) -> int:
    return _little(params[1:3]) * (3 if params[0] & 0x20 else 1)


BLOCKS: dict[bytes, Count] = {
    ESC + b"*": _column_size,
    ESC + b"(": lambda params: _little(params[1:3]),
    FS + b"(": lambda params: _little(params[1:3]),
    FS + b"g": lambda params: _little(params[6:8]) if params[0] == ord("1") else 0,
    FS + b"q": lambda params: _little(params[1:3]) * _little(params[3:5]) * 8,
    GS + b"(": lambda params: _little(params[1:3]),
    GS + b"*": lambda params: params[0] * params[1] * 8,
    GS + b"8": lambda params: _little(params[1:5]),
    GS + b"Q": _raster_size,
    GS + b"v": _raster_size,
}


def params_needed(name: bytes, params: bytes) -> int:
    """How many bytes of parameters this command has, as far as those already here tell."""
    count = VARIABLE.get(name)
    return FIXED.get(name, 0) if count is None else count(params)


def block_size(name: bytes, params: bytes) -> int:
    """How many bytes of data follow a command whose parameters are complete."""
    size = BLOCKS.get(name)
    return 0 if size is None else size(params)
