from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.printer.reading.framer import LONGEST_TEXT, Framer
from simulator.printer.reading.frames import BlockData, BlockStart, Command, Frame, Text


def frames(data: bytes) -> list[Frame]:
    return list(Framer().feed(data))


def joined(parts: list[Frame]) -> list[Frame]:
    """Text and data in pieces are the same as whole."""
    whole: list[Frame] = []
    for part in parts:
        last = whole[-1] if whole else None
        if isinstance(part, Text) and isinstance(last, Text):
            whole[-1] = Text(last.data + part.data)
        elif isinstance(part, BlockData) and isinstance(last, BlockData) and not last.is_last:
            whole[-1] = BlockData(last.data + part.data, part.is_last)
        else:
            whole.append(part)
    return whole


@pytest.mark.parametrize(
    "command",
    [
        "1b40", "1b4501", "1b3d01", "1b7400", "1b2100", "1d2111", "1d4201", "1b32", "1b3318", "1b4a18", "1b6405",
        "1d4c1000", "1d570002", "1b242000", "1b2002", "1d5600", "1d5601", "1d564200", "1d564110", "1b69", "1b6d",
        "1b700019fa", "1d7201", "1d61ff", "1d4942", "1b630500", "1d6202", "1d6802", "1d7703", "1d48ff", "1c2e", "1c26",
        "1c2101", "1b44081000", "1d6b0431323300", "1d6b4903313233", "1b5200", "1d5000cb", "1b7b01", "1d3a", "1d2f00",
        "1b5700000000ff00ff00", "100401", "100502", "10140801031401060208", "1014010001", "1d5e010203", "1c700100",
        "1b2603414101ffffff", "1d5c0100", "1d24ff00", "1d5400", "1b5501", "1d43300200", "1d7a301020",
    ],
)  # fmt: skip
def test_parameters_of_a_command_are_never_printed(command: str) -> None:
    parts = frames(bytes.fromhex(command) + b"ok")

    assert parts[-1] == Text(b"ok")
    assert len(parts) == 2
    assert isinstance(parts[0], Command)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ("1d76300002000300", 6), ("1b2a210400", 12), ("1b2a000400", 4), ("1d28480600", 6), ("1d284b0200", 2),
        ("1d286b0300", 3), ("1d384c0b000000", 11), ("1d2a0102", 16), ("1c710101000100", 8), ("1d51300001000300", 3),
    ],
)  # fmt: skip
def test_a_block_is_as_long_as_its_command_says(head: str, size: int) -> None:
    start, data, text = frames(bytes.fromhex(head) + b"x" * size + b"ok")

    assert isinstance(start, BlockStart)
    assert start.size == size
    assert data == BlockData(b"x" * size, is_last=True)
    assert text == Text(b"ok")


def test_a_picture_that_was_broken_off_eats_the_next_ticket() -> None:
    framer = Framer()
    list(framer.feed(bytes.fromhex("1d763000480018 00") + bytes(72)))

    eaten = list(framer.feed(b"\x1b@Nummer 27\n"))

    assert eaten == [BlockData(b"\x1b@Nummer 27\n", is_last=False)]


def test_enough_nuls_end_a_picture_that_was_broken_off() -> None:
    framer = Framer()
    list(framer.feed(bytes.fromhex("1d763000480018 00") + bytes(72)))

    after = joined(list(framer.feed(bytes(1728) + b"\x1b@27")))

    assert after[0] == BlockData(bytes(1728 - 72), is_last=True)
    assert after[-2:] == [Command(b"\x1b@"), Text(b"27")]


def test_a_prefix_that_leads_nowhere_gives_way_to_the_next() -> None:
    assert frames(b"\x1b\x1d\x1b@a") == [Command(b"\x1b@"), Text(b"a")]


def test_an_empty_picture_is_a_command_without_data() -> None:
    assert frames(bytes.fromhex("1d76300000000000") + b"a") == [
        Command(b"\x1dv", bytes.fromhex("300000000000")),
        Text(b"a"),
    ]


def test_text_comes_in_pieces_of_limited_length() -> None:
    parts = frames(b"a" * 200)

    assert max(part.length for part in parts) == LONGEST_TEXT
    assert joined(parts) == [Text(b"a" * 200)]


@given(st.binary(max_size=400), st.lists(st.integers(0, 400), max_size=6))
def test_how_the_bytes_are_divided_on_the_way_makes_no_difference(data: bytes, cuts: list[int]) -> None:
    framer = Framer()
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]

    pieces = [frame for begin, end in pairwise(edges) for frame in framer.feed(data[begin:end])]

    assert joined(pieces) == joined(frames(data))
