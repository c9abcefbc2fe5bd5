from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image

from simulator.printer.effects import Effect

InkOf = Callable[..., Image.Image]
Typeset = Callable[..., list[Effect]]


def raster(rows: list[str], mode: int = 0) -> bytes:
    """Rows of # and blanks, eight to a byte."""
    data = b"".join(int(row.replace("#", "1").replace(" ", "0"), 2).to_bytes(len(row) // 8) for row in rows)
    return b"\x1dv0" + bytes((mode, len(rows[0]) // 8, 0, len(rows), 0)) + data


ARROW = ["#               ", "##              ", "###           ##"]


def dots(image: Image.Image, width: int, height: int) -> list[str]:
    return ["".join("#" if image.getpixel((x, y)) else " " for x in range(width)) for y in range(height)]


def test_a_raster_is_printed_dot_by_dot(ink_of: InkOf) -> None:
    assert dots(ink_of(raster(ARROW)), 16, 3) == ARROW


@pytest.mark.parametrize(("mode", "size"), [(0, (16, 3)), (1, (32, 3)), (2, (16, 6)), (3, (32, 6)), (51, (32, 6))])
def test_a_raster_may_be_doubled(ink_of: InkOf, mode: int, size: tuple[int, int]) -> None:
    image = ink_of(raster(ARROW, mode))

    assert image.getbbox() == (0, 0, *size)
    assert image.height == size[1]


def test_a_raster_is_aligned(ink_of: InkOf) -> None:
    assert ink_of(b"\x1ba\x01" + raster(["#" * 16])).getbbox() == (280, 0, 296, 1)


def test_rows_of_a_raster_that_is_broken_off_are_on_paper(ink_of: InkOf) -> None:
    assert dots(ink_of(raster(ARROW)[:-1]), 16, 2) == ARROW[:2]


def test_a_raster_that_is_too_wide_is_cut_off_at_the_edge(ink_of: InkOf) -> None:
    assert ink_of(raster(["#" * 800]), 384).getbbox() == (0, 0, 384, 1)


def test_columns_stand_upright(ink_of: InkOf) -> None:
    columns = b"\x80\x00\x00" + b"\x40\x00\x00" + b"\x20\x00\x01"

    image = ink_of(b"\x1b*\x21\x03\x00" + columns + b"\n")

    assert [(x, y) for y in range(24) for x in range(3) if image.getpixel((x, y))] == [(0, 0), (1, 1), (2, 2), (2, 23)]


@pytest.mark.parametrize(("mode", "size"), [(0, (8, 24)), (1, (4, 24)), (32, (8, 24)), (33, (4, 24))])
def test_columns_are_as_dense_as_their_mode_says(ink_of: InkOf, mode: int, size: tuple[int, int]) -> None:
    column = b"\xff" * (3 if mode >= 32 else 1)

    assert ink_of(b"\x1b*" + bytes((mode, 4, 0)) + column * 4 + b"\n").getbbox() == (0, 0, *size)


def test_bands_of_columns_join_without_a_gap(ink_of: InkOf) -> None:
    band = b"\x1b*\x21\x01\x00\xff\xff\xff\n"

    assert ink_of(b"\x1b3\x18" + band * 3).crop((0, 0, 1, 72)).getextrema()[0] > 0


def graphics(command: bytes, length_bytes: int, scale: bytes = b"\x01\x01") -> bytes:
    data = b"0p0" + scale + b"1\x10\x00\x03\x00" + raster(ARROW)[8:]
    return b"\x1d" + command + len(data).to_bytes(length_bytes, "little") + data


@pytest.mark.parametrize("store", [graphics(b"(L", 2), graphics(b"8L", 4)])
@pytest.mark.parametrize("function", [b"2", b"\x02"])
def test_graphics_are_stored_then_printed_once(ink_of: InkOf, typeset: Typeset, store: bytes, function: bytes) -> None:
    show = b"\x1d(L\x02\x000" + function

    assert typeset(store) == []
    assert dots(ink_of(store + show), 16, 3) == ARROW
    assert len(typeset(store + show + show)) == 1


def test_graphics_may_be_doubled(ink_of: InkOf) -> None:
    assert ink_of(graphics(b"(L", 2, b"\x02\x02") + b"\x1d(L\x02\x0002").getbbox() == (0, 0, 32, 6)


def test_text_before_a_picture_gets_its_own_line(ink_of: InkOf) -> None:
    assert ink_of(b"\x1dB\x01 " + raster(["#" * 8])).getbbox() == (0, 0, 12, 31)
