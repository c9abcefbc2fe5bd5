import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printer import commands
from kiosk.printer.steps import paper_mm, pieces, steps
from simulator.printer.head import head_for
from simulator.printer.paper import Slip
from simulator.printer.printer import VirtualPrinter

PICTURE = commands.bands(b"\x1b@\n\x1d" * 24, 4, is_doubled=True)
TICKET = (
    commands.START + commands.CENTRED + commands.page(19) + commands.BOLD + commands.size(8, 8) + b"B27\n"
    + commands.NOT_BOLD + commands.size(2, 2) + commands.advance(16) + b"\x82\x82n\n\n" + PICTURE + b"caf\x82\n"
    + commands.feed(2) + commands.process_id(b"0\x1b\n\x1d") + commands.CUT
)  # fmt: skip


def came_out_mm(data: bytes, width_dots: int) -> float:
    head = head_for(width_dots)
    printer = VirtualPrinter(head)
    printer.receive(data, 0)
    slips: list[Slip] = []
    while not slips and printer.wake_at is not None:
        printer.run(printer.wake_at)
        slips = printer.take_slips()
    return sum(slip.ink.height for slip in slips) / head.dots_per_mm


def test_a_job_is_cut_at_its_commands_and_lines_and_never_in_a_picture() -> None:
    found = list(steps(TICKET))
    assert b"".join(found) == TICKET
    assert PICTURE in found
    assert commands.process_id(b"0\x1b\n\x1d") in found
    assert b"\x82\x82n\n" in found


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_none_is_lost(data: bytes) -> None:
    assert b"".join(steps(data)) == data
    assert b"".join(pieces(data, 50)) == data
    assert paper_mm(data, 576) >= 0


def test_pieces_are_as_large_as_is_asked_and_end_where_a_step_ends() -> None:
    data = TICKET * 20
    found = list(pieces(data, 500))
    assert b"".join(found) == data
    assert all(500 <= len(piece) < 500 + len(PICTURE) for piece in found[:-1])
    assert all(not piece.startswith(PICTURE[8:]) for piece in found)


@pytest.mark.parametrize("width_dots", [384, 512, 576])
def test_as_much_paper_is_counted_as_comes_out(width_dots: int) -> None:
    assert paper_mm(TICKET, width_dots) == pytest.approx(came_out_mm(TICKET, width_dots), abs=1)
