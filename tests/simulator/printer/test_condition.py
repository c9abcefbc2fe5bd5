from __future__ import annotations

import pytest

from simulator.printer.condition import Condition, Paper

OUT = Condition(paper=Paper.OUT)
OPEN = Condition(is_cover_open=True)
LOW = Condition(paper=Paper.LOW)


@pytest.mark.parametrize(
    ("condition", "answers"),
    [(Condition(), "12 12 12 12"), (LOW, "12 12 12 1e"), (OUT, "1a 32 12 7e"), (OPEN, "1a 16 12 12")],
)
def test_each_real_time_question_has_its_byte(condition: Condition, answers: str) -> None:
    assert b"".join(condition.real_time(number) for number in (1, 2, 3, 4)) == bytes.fromhex(answers)


@pytest.mark.parametrize(
    ("condition", "status"),
    [(Condition(), "10000000"), (LOW, "10000300"), (OUT, "18000f00"), (OPEN, "38000000")],
)
def test_automatic_status_tells_paper_and_cover(condition: Condition, status: str) -> None:
    assert condition.automatic() == bytes.fromhex(status)


def test_fixed_bits_tell_the_kinds_of_answer_apart() -> None:
    for condition in (Condition(), LOW, OUT, OPEN):
        assert all(condition.real_time(number)[0] & 0x93 == 0x12 for number in (1, 2, 3, 4))
        assert condition.automatic()[0] & 0x93 == 0x10
        assert condition.paper_answer()[0] & 0x90 == 0


def test_a_question_that_does_not_exist_has_no_answer() -> None:
    assert Condition().real_time(20) == b""
