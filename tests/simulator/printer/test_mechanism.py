from __future__ import annotations

import pytest
from PIL import Image

from simulator.printer.effects import Advance, Confirm, Cut
from simulator.printer.head import head_for
from simulator.printer.mechanism import AHEAD_S, CUT_S, SILENCE_S, Mechanism

INK = Image.new("1", (576, 24), 1)


@pytest.fixture
def mechanism() -> Mechanism:
    return Mechanism(head_for(576))


def test_paper_runs_at_150_millimetres_a_second(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(1200), 10.0)

    assert mechanism.due == pytest.approx(11.0)


def test_motions_follow_each_other_without_a_pause(mechanism: Mechanism) -> None:
    for _ in range(3):
        mechanism.enqueue(Advance(120), 0.0)
    mechanism.enqueue(Cut(), 0.0)
    mechanism.run(0.31)

    assert mechanism.due == pytest.approx(0.3 + CUT_S)


def test_a_question_is_answered_when_all_before_it_is_printed(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(1200), 0.0)
    mechanism.enqueue(Confirm(b"27"), 0.0)

    mechanism.run(0.99)
    assert mechanism.take_answers() == []
    mechanism.run(1.0)
    assert mechanism.take_answers() == [b"27"]


def test_of_several_questions_only_the_last_is_answered(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(1200), 0.0)
    mechanism.enqueue(Confirm(b"27"), 0.0)
    mechanism.enqueue(Confirm(b"28"), 0.0)
    mechanism.run(2.0)

    assert mechanism.take_answers() == [b"28"]


def test_only_so_much_is_set_before_it_is_printed(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(round(1200 * AHEAD_S)), 0.0)
    assert not mechanism.is_ahead

    mechanism.enqueue(Advance(1), 0.0)
    assert mechanism.is_ahead


def test_what_hangs_out_in_silence_will_be_torn_off(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(1200, INK), 0.0)
    mechanism.run(1.0)
    assert mechanism.torn_at == pytest.approx(1.0 + SILENCE_S)

    mechanism.stir(3.0)
    assert mechanism.torn_at == pytest.approx(3.0 + SILENCE_S)


def test_blank_paper_is_left_hanging(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(1200), 0.0)
    mechanism.run(1.0)

    assert mechanism.torn_at is None
    mechanism.tear()
    assert mechanism.take_slips() == []


def test_paper_that_grows_too_long_is_torn_off(mechanism: Mechanism) -> None:
    mechanism.enqueue(Advance(24, INK), 0.0)
    for _ in range(3):
        mechanism.enqueue(Advance(8000), 0.0)
    mechanism.run(100.0)

    (slip,) = mechanism.take_slips()
    assert slip.is_torn
