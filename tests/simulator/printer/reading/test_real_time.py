from __future__ import annotations

from simulator.printer.reading.lengths import CLEAR_BUFFERS
from simulator.printer.reading.real_time import RealTimeScanner


def commands(*pieces: bytes) -> list[bytes]:
    scanner = RealTimeScanner()
    return [part.command for piece in pieces for part in scanner.feed(piece) if part.command]


def test_a_question_is_found_between_text() -> None:
    assert commands(b"abc\x10\x04\x01def\x10\x04\x04") == [b"\x10\x04\x01", b"\x10\x04\x04"]


def test_a_question_is_found_once_over_the_border_of_two_pieces() -> None:
    assert commands(b"abc\x10", b"\x04", b"\x02def", b"ghi") == [b"\x10\x04\x02"]


def test_clearing_is_found_byte_by_byte() -> None:
    assert commands(*[bytes((byte,)) for byte in CLEAR_BUFFERS]) == [CLEAR_BUFFERS]


def test_nothing_is_taken_out_of_the_stream() -> None:
    scanner = RealTimeScanner()
    pieces = [b"ab\x10\x04\x01c\x10", b"\x05\x02d"]

    assert b"".join(part.data for piece in pieces for part in scanner.feed(piece)) == b"".join(pieces)


def test_an_unknown_question_is_none() -> None:
    assert commands(b"\x10\x04\x00\x10\x04\x09\x10\x05\x00") == []
