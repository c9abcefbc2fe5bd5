from __future__ import annotations

from PIL import Image

from simulator.printer.head import head_for
from simulator.printer.paper import Roll

HEAD = head_for(576)
BAR = Image.new("1", (576, 8), 1)


def test_a_slip_is_as_wide_as_the_roll_with_the_head_in_its_middle() -> None:
    roll = Roll(HEAD)
    roll.advance(8, BAR)
    roll.advance(96, None)

    slip = roll.cut()

    assert slip is not None
    assert slip.ink.size == (640, 104)
    assert slip.ink.getbbox() == (32, 96, 608, 104)


def test_what_has_not_reached_the_cutter_comes_out_with_the_next_slip() -> None:
    roll = Roll(HEAD)
    roll.advance(8, BAR)
    roll.advance(32, None)

    first, _ = roll.cut(), roll.advance(96, None)
    second = roll.cut()

    assert first is not None
    assert first.ink.getbbox() is None
    assert second is not None
    assert second.ink.getbbox() == (32, 56, 608, 64)


def test_a_cut_without_any_feed_cuts_nothing_off() -> None:
    assert Roll(HEAD).cut() is None


def test_tearing_takes_all_that_is_printed() -> None:
    roll = Roll(HEAD)
    roll.advance(8, BAR)

    slip = roll.tear()

    assert slip is not None
    assert slip.is_torn
    assert slip.ink.getbbox() == (32, 96, 608, 104)
    assert roll.tear() is None
