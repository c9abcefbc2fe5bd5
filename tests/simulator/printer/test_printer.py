from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.printer.condition import Paper
from simulator.printer.head import head_for
from simulator.printer.printer import VirtualPrinter
from simulator.printer.reading.lengths import CLEAR_BUFFERS

if TYPE_CHECKING:
    from conftest import Rig

INIT = b"\x1b@"
CUT = b"\x1dVB\x00"
ASK_PAPER = b"\x1dr1"
WATCH = b"\x1da\xff"


def ask_printed(number: bytes) -> bytes:
    return b"\x1d(H\x06\x0000" + number


TICKET = INIT + b"\x1d!\x7727\n" * 5 + CUT
JOB = WATCH + TICKET + ask_printed(b"B027")
PRINTED = b"\x37\x22B027\x00"
HEALTHY, NO_PAPER, OPEN = bytes.fromhex("10000000"), bytes.fromhex("18000f00"), bytes.fromhex("38000000")


def test_a_ticket_is_confirmed_when_it_is_out_and_not_before(rig: Rig) -> None:
    rig.send(JOB)
    assert rig.heard() == HEALTHY

    rig.wait(0.7)
    assert rig.heard() == b""
    rig.wait(0.8)

    assert rig.heard() == PRINTED
    assert len(rig.slips) == 1


def test_a_question_about_paper_is_answered_in_its_turn(rig: Rig) -> None:
    rig.send(TICKET + ASK_PAPER)
    assert rig.heard() == b""

    rig.wait(1.0)
    assert rig.heard() == b"\x00"


def test_real_time_questions_are_answered_at_once(rig: Rig) -> None:
    rig.send(TICKET + b"\x10\x04\x01\x10\x04\x04")

    assert rig.heard() == b"\x12\x12"


def test_a_picture_that_holds_a_question_is_answered_too(rig: Rig) -> None:
    rig.send(b"\x1dv0\x00\x03\x00\x02\x00" + b"\x10\x04\x01\x00\x00\x00")

    assert rig.heard() == b"\x12"


def test_the_end_of_the_paper_is_told_at_once_and_stops_the_printing(rig: Rig) -> None:
    rig.send(JOB)
    rig.wait(0.3)
    rig.heard()

    rig.printer.change(rig.now, paper=Paper.OUT)
    rig.collect()
    assert rig.heard() == NO_PAPER

    rig.send(b"\x10\x04\x04" + ASK_PAPER)
    rig.wait(60)
    assert rig.heard() == b"\x7e"
    assert rig.slips == []


def test_after_a_new_roll_the_rest_of_the_old_ticket_comes_out(rig: Rig) -> None:
    rig.send(JOB)
    rig.wait(0.3)
    rig.printer.change(rig.now, paper=Paper.OUT)
    rig.wait(10)
    rig.heard()

    rig.printer.change(rig.now, paper=Paper.ENOUGH)
    rig.wait(3)

    assert rig.heard() == HEALTHY + PRINTED
    torn, rest = rig.slips
    assert torn.is_torn
    assert torn.ink.getbbox() is not None
    assert rest.ink.getbbox() is not None


@pytest.mark.parametrize("clear", [b"\x10\x05\x02", CLEAR_BUFFERS])
def test_what_was_cleared_is_neither_printed_nor_confirmed(rig: Rig, clear: bytes) -> None:
    rig.printer.change(rig.now, paper=Paper.OUT)
    rig.send(JOB + clear)
    rig.printer.change(rig.now, paper=Paper.ENOUGH)
    rig.wait(10)

    assert PRINTED not in rig.answers
    assert rig.slips == []


def test_clearing_by_its_long_command_is_answered(rig: Rig) -> None:
    rig.send(CLEAR_BUFFERS)

    assert rig.heard() == b"\x37\x25\x00"


def test_clearing_ends_a_picture_that_was_broken_off(rig: Rig) -> None:
    rig.send(b"\x1dv0\x00\x48\x00\xff\xff" + b"\xff" * 100 + CLEAR_BUFFERS + TICKET + ask_printed(b"B027"))
    rig.wait(5)

    assert rig.answers.endswith(PRINTED)


def test_an_open_cover_holds_the_ticket_up_and_leaves_it_whole(rig: Rig) -> None:
    rig.send(JOB)
    rig.wait(0.3)
    rig.heard()
    rig.printer.change(rig.now, is_cover_open=True)
    rig.wait(5)
    assert rig.heard() == OPEN

    rig.printer.change(rig.now, is_cover_open=False)
    rig.wait(3)

    assert rig.heard() == HEALTHY + PRINTED
    assert len(rig.slips) == 1


def test_little_paper_is_told_and_printed_on(rig: Rig) -> None:
    rig.send(WATCH)
    rig.heard()
    rig.printer.change(rig.now, paper=Paper.LOW)
    rig.send(TICKET + ASK_PAPER)
    rig.wait(3)

    assert rig.heard() == bytes.fromhex("1000030003")
    assert len(rig.slips) == 1


@pytest.mark.parametrize(("bits", "is_told"), [(0x00, False), (0x02, True), (0x04, False), (0x08, True), (0x40, False)])
def test_only_what_is_watched_is_told(rig: Rig, bits: int, *, is_told: bool) -> None:
    rig.send(b"\x1da" + bytes((bits,)))
    assert rig.heard() == (HEALTHY if bits else b"")

    rig.printer.change(rig.now, paper=Paper.OUT)
    rig.collect()

    assert (rig.heard() == NO_PAPER) is is_told


def test_initialising_does_not_end_the_watch(rig: Rig) -> None:
    rig.send(WATCH + INIT)
    rig.heard()
    rig.printer.change(rig.now, is_cover_open=True)
    rig.collect()

    assert rig.heard() == OPEN


def test_an_offline_printer_takes_four_kilobytes_and_then_no_more(rig: Rig) -> None:
    rig.printer.change(rig.now, paper=Paper.OUT)
    rig.send(b"x" * 10_000)

    assert rig.printer.room == 0
    rig.printer.change(rig.now, paper=Paper.ENOUGH)
    assert rig.printer.room > 0


def test_questions_take_no_room_in_the_buffer_of_an_offline_printer(rig: Rig) -> None:
    rig.printer.change(rig.now, paper=Paper.OUT)
    for _ in range(3000):
        rig.send(b"\x10\x04\x04")

    assert rig.answers == b"\x7e" * 3000


def test_paper_without_a_cut_is_torn_off_after_five_silent_seconds(rig: Rig) -> None:
    rig.send(b"Hallo\n\n\n")
    rig.wait(4.5)
    rig.send(b"Nog iets\n")
    rig.wait(4.9)
    assert rig.slips == []

    rig.wait(1)
    (slip,) = rig.slips
    assert slip.is_torn


def test_the_printer_says_who_it_is(rig: Rig) -> None:
    rig.send(b"\x1dIB\x1dIC\x1dI\x01")

    assert rig.heard() == b"_AAN DE BEURT\x00_VIRTUAL\x00\x20"


def test_power_off_loses_what_is_not_on_paper(rig: Rig) -> None:
    rig.send(WATCH + TICKET + ask_printed(b"B027"))
    rig.heard()
    rig.printer.power_off()
    rig.wait(20)

    assert rig.heard() == b""
    assert rig.slips == []


def test_a_two_byte_printer_eats_accents_until_it_is_told_not_to(make_rig: Callable[..., Rig]) -> None:
    rig = make_rig(starts_in_two_bytes=True)
    rig.send(INIT + "Größe\n".encode("cp1252") + CUT)
    other = make_rig(starts_in_two_bytes=True)
    other.send(INIT + b"\x1c.\x1bt\x10" + "Größe\n".encode("cp1252") + CUT)
    rig.wait(2)
    other.wait(2)

    assert rig.slips[0].ink.tobytes() != other.slips[0].ink.tobytes()


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


COMMANDS = st.sampled_from(
    [
        b"\x1b@", b"\x1dv0\x00", b"\x1b*", b"\x1d(k", b"\x1d(L", b"\x1d8L", b"\x1d(H\x06\x0000", b"\x1dV",
        b"\x10\x04", CLEAR_BUFFERS, b"\x1d!", b"\x1b!", b"\x1bd\xff", b"\x1b3\xff", b"\x1dL", b"\x1dW", b"\x1b$",
        b"\x1b\\", b"\x1c&", b"\x1bD", b"\x1dk", b"\x1b&", b"\n", b"\t", b"\x1da", b"\x1b ", b"\x1bt", b"\x1bR",
        b"\x1b{\x01", b"\x1dI",
    ]
)  # fmt: skip
STREAMS = st.lists(COMMANDS | st.binary(max_size=40), max_size=30).map(b"".join)


@settings(max_examples=300, deadline=None)
@given(turns=st.lists(st.tuples(STREAMS, st.sampled_from([*Paper, None])), max_size=4))
def test_no_bytes_and_no_faults_ever_break_the_printer(turns: list[tuple[bytes, Paper | None]]) -> None:
    printer = VirtualPrinter(head_for(384), starts_in_two_bytes=len(turns) % 2 == 0)
    now = 0.0
    for data, paper in turns:
        printer.change(now, paper=paper)
        for at in range(0, len(data), 7):
            printer.receive(data[at : min(at + 7, at + printer.room)], now)
            now += 0.05
        printer.take_slips()
        assert len(printer.take_answers()) <= 4096
        assert 0 <= printer.room <= 4096


@pytest.mark.parametrize(
    "greed",
    [
        b"\x1dv0\x03\xff\xff\xff\xff" + b"\xff" * 200_000,
        b"\x1dv0\x03\x01\x00\xff\xff" + b"\xff" * 65_535,
        b"\x1d8L\xff\xff\xff\xff0p0\x02\x021\xff\xff\xff\xff" + b"\xff" * 400_000,
        b"\x1d(k\xff\xff1P0" + b"a" * 70_000,
        b"\x1b*\x21\xff\xff" + b"\xff" * 200_000,
        b"\x1d!\x77" + b"W" * 3000,
        b"\x1b&\x03\x20\xff" + b"\xff" * 200_000,
        b"\x1bD" + b"\xff" * 10_000,
        b"\x1b3\xff" + b"\x1bd\xffx" * 200,
    ],
    ids=[
        "wide raster",
        "tall raster",
        "graphics",
        "symbol",
        "columns",
        "large letters",
        "own letters",
        "tabs",
        "feeds",
    ],
)
def test_no_command_takes_more_than_a_bounded_memory(rig: Rig, greed: bytes) -> None:
    before = resident_bytes()
    most = 0
    for at in range(0, len(greed), 16_384):
        rig.send(greed[at : at + 16_384])
        rig.slips.clear()
        most = max(most, resident_bytes())

    assert most - before < 60_000_000
