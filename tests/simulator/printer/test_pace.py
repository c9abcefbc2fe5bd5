from __future__ import annotations

from simulator.printer.pace import Pace


def delivered(pace: Pace, seconds: float, step: float = 0.01) -> int:
    total = 0
    for turn in range(round(seconds / step)):
        count = pace.allowed(4096, turn * step)
        pace.spend(count)
        total += count
    return total


def test_a_fast_line_lets_all_through() -> None:
    assert Pace().allowed(4096, 0.0) == 4096


def test_a_slow_line_delivers_a_tenth_of_its_baud_in_bytes() -> None:
    pace = Pace()
    pace.set(9600, 0.0)

    assert 940 <= delivered(pace, 1.0) <= 960


def test_what_was_not_used_is_not_saved_up() -> None:
    pace = Pace()
    pace.set(9600, 0.0)

    assert pace.allowed(4096, 100.0) <= 48
    assert pace.wait_s() > 0


def test_a_line_can_become_fast_again() -> None:
    pace = Pace()
    pace.set(300, 0.0)
    pace.set(None, 1.0)

    assert pace.allowed(4096, 1.0) == 4096
    assert pace.wait_s() == 0
