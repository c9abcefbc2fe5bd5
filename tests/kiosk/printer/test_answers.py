from hypothesis import given
from hypothesis import strategies as st

from kiosk.printer.answers import LONGEST_BLOCK, AnswerParser, Automatic, Block, Paper, RealTime

HEALTHY = b"\x10\x00\x00\x00"


def test_the_kinds_of_answers_are_told_apart() -> None:
    said = b"\x12\x1a\x7e" + b"\x18\x00\x0f\x00" + b"\x03" + b"\x37\x22B027\x00" + b"\x5fEPSON\x00"
    assert AnswerParser().feed(said) == [
        RealTime(0x12),
        RealTime(0x1A),
        RealTime(0x7E),
        Automatic(b"\x18\x00\x0f\x00"),
        Paper(0x03),
        Block(0x37, b'"B027'),
        Block(0x5F, b"EPSON"),
    ]


def test_flow_control_is_heard_nowhere_also_not_within_an_answer() -> None:
    assert AnswerParser().feed(b"\x13\x10\x11\x00\x13\x00\x00\x11") == [Automatic(HEALTHY)]


def test_an_answer_may_come_in_pieces() -> None:
    parser = AnswerParser()
    assert [parser.feed(bytes([byte])) for byte in HEALTHY] == [[], [], [], [Automatic(HEALTHY)]]


def test_an_automatic_status_that_breaks_off_gives_way_to_the_next_answer() -> None:
    assert AnswerParser().feed(b"\x10\x00\x12" + HEALTHY) == [RealTime(0x12), Automatic(HEALTHY)]


def test_bytes_that_fit_nothing_are_dropped() -> None:
    assert AnswerParser().feed(b"\x80\xff\x9a\x00") == [Paper(0)]


def test_an_answer_without_an_end_is_given_up() -> None:
    parser = AnswerParser()
    assert parser.feed(b"\x5f" + b"x" * LONGEST_BLOCK + b"\x12") == [RealTime(0x12)]


@given(st.binary(max_size=300))
def test_whatever_is_said_the_next_answer_is_understood_once_the_rest_is_forgotten(noise: bytes) -> None:
    parser = AnswerParser()
    parser.feed(noise)
    parser.forget()
    assert parser.feed(HEALTHY + b"\x12\x00") == [Automatic(HEALTHY), RealTime(0x12), Paper(0)]
