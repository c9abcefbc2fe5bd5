import pytest

from kiosk.printer.patience import JOB_LIMIT_S, MOVING_LIMIT_S, Patience


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_a_job_has_the_time_that_its_bytes_need_and_three_seconds() -> None:
    clock = Clock()
    patience = Patience(1152, 0.1, clock)
    assert patience.left_s == pytest.approx(0.1 + JOB_LIMIT_S)
    clock.now_s += 3.1
    assert patience.left_s == pytest.approx(0)


def test_a_job_that_moves_early_gets_no_more() -> None:
    clock = Clock()
    patience = Patience(1152, 0.1, clock)
    clock.now_s += 0.2
    patience.note_progress()
    assert patience.left_s == pytest.approx(2.9)


def test_a_job_that_still_moves_late_gets_more_but_not_without_end() -> None:
    clock = Clock()
    patience = Patience(1920, 0.2, clock)
    clock.now_s += 2
    patience.note_progress()
    assert patience.left_s == pytest.approx(MOVING_LIMIT_S)
    clock.now_s += 2.4
    patience.note_progress()
    assert patience.left_s == pytest.approx(1920 / 960 + JOB_LIMIT_S - 4.4)
