from __future__ import annotations

from collections.abc import Callable

import pytest
import segno
from PIL import Image

from simulator.printer.effects import Effect

InkOf = Callable[..., Image.Image]
Typeset = Callable[..., list[Effect]]
ADDRESS = b"https://www.example.org/wachten/hengelo"


def symbol(data: bytes, *, size: int = 5, level: bytes = b"1") -> bytes:
    return (
        b"\x1d(k\x04\x001A2\x00"
        b"\x1d(k\x03\x001C"
        + bytes((size,))
        + b"\x1d(k\x03\x001E"
        + level
        + b"\x1d(k"
        + (len(data) + 3).to_bytes(2, "little")
        + b"1P0"
        + data
        + b"\x1d(k\x03\x001Q0"
    )


@pytest.mark.parametrize(("level", "letter"), [(b"0", "L"), (b"1", "M"), (b"2", "Q"), (b"3", "H")])
def test_a_qr_code_is_the_one_that_was_asked_for(ink_of: InkOf, level: bytes, letter: str) -> None:
    code = segno.make(ADDRESS, error=letter, micro=False, boost_error=False)
    side = len(code.matrix)

    image = ink_of(symbol(ADDRESS, level=level)).crop((0, 0, side * 5, side * 5))

    assert [[bool(image.getpixel((x * 5 + 2, y * 5 + 2))) for x in range(side)] for y in range(side)] == [
        [bool(dot) for dot in row] for row in code.matrix
    ]


def test_modules_are_as_many_dots_as_asked(ink_of: InkOf) -> None:
    side = len(segno.make(ADDRESS, error="M", micro=False, boost_error=False).matrix)

    assert ink_of(symbol(ADDRESS, size=7)).getbbox() == (0, 0, side * 7, side * 7)


@pytest.mark.parametrize("data", [b"", b"x" * 7000])
def test_data_that_fit_no_symbol_print_nothing(typeset: Typeset, data: bytes) -> None:
    assert typeset(symbol(data)) == []


def test_a_symbol_wider_than_the_paper_is_not_printed(typeset: Typeset) -> None:
    assert typeset(symbol(ADDRESS, size=16), 384) == []


def test_another_kind_of_symbol_is_passed_over(typeset: Typeset, ink_of: InkOf) -> None:
    assert typeset(b"\x1d(k\x03\x000A\x00\x1d(k\x05\x000P0ab\x1d(k\x03\x000Q0") == []
    assert ink_of(b"\x1d(k\x03\x000Q0H\n").tobytes() == ink_of(b"H\n").tobytes()
