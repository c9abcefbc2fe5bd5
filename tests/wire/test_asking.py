import logging
import math

import pytest

from wire.answers import Answer, NoAnswer, Refused, encode_answer, encode_refusal
from wire.asking import MAX_PENDING, Asking
from wire.message import Message
from wire.schema import examples

Outcome = Answer | Refused | NoAnswer


def answer_to(correlation: bytes | None, payload: bytes = encode_answer(examples.REQUEST, 1)) -> Message:
    return Message("beurt/v1/hengelo/reply/kiosk-1", payload, correlation=correlation)


def test_an_answer_ends_its_own_question_once() -> None:
    asking, heard, others = Asking(), list[Outcome](), list[Outcome]()
    correlation = asking.add(heard.append, 10)
    asking.add(others.append, 10)
    asking.take_answer(answer_to(correlation))
    asking.take_answer(answer_to(correlation))
    assert heard == [Answer(request_id=examples.REQUEST, revision=1)]
    assert others == []


def test_a_refusal_is_an_answer_too() -> None:
    asking, heard = Asking(), list[Outcome]()
    asking.take_answer(answer_to(asking.add(heard.append, 10), encode_refusal(None, "bad-request")))
    assert isinstance(heard[0], Refused)


def test_a_question_that_runs_out_of_time_ends_in_silence_and_a_late_answer_is_dropped() -> None:
    asking, heard = Asking(), list[Outcome]()
    correlation = asking.add(heard.append, 10)
    asking.expire(9.9)
    assert heard == []
    asking.expire(10)
    asking.take_answer(answer_to(correlation))
    assert heard == [NoAnswer("timed-out")]


def test_the_first_deadline_is_the_next() -> None:
    asking = Asking()
    assert asking.next_deadline_s() == math.inf
    asking.add(list[Outcome]().append, 12)
    asking.add(list[Outcome]().append, 10)
    assert asking.next_deadline_s() == 10


@pytest.mark.parametrize("correlation", [None, b"", b"x" * 12])
def test_a_foreign_answer_is_dropped(correlation: bytes | None) -> None:
    asking, heard = Asking(), list[Outcome]()
    asking.add(heard.append, 10)
    asking.take_answer(answer_to(correlation))
    assert heard == []


def test_what_is_no_answer_is_logged_and_dropped(caplog: pytest.LogCaptureFixture) -> None:
    asking, heard = Asking(), list[Outcome]()
    asking.take_answer(answer_to(asking.add(heard.append, 10), b"\xff"))
    assert heard == []
    assert "no answer" in caplog.text


def test_giving_up_ends_every_question() -> None:
    asking, heard = Asking(), list[Outcome]()
    for _ in range(3):
        asking.add(heard.append, 10)
    asking.give_up_all("not-connected")
    assert heard == [NoAnswer("not-connected")] * 3
    assert asking.next_deadline_s() == math.inf


def test_no_more_questions_wait_than_there_is_room_for() -> None:
    asking, heard = Asking(), list[Outcome]()
    assert all(asking.add(heard.append, 10) for _ in range(MAX_PENDING))
    assert asking.add(heard.append, 10) is None
    asking.expire(10)
    assert len(heard) == MAX_PENDING


def test_a_fault_in_taking_an_answer_is_logged_and_harms_no_other(caplog: pytest.LogCaptureFixture) -> None:
    asking, heard = Asking(), list[Outcome]()

    def fail(_outcome: Outcome) -> None:
        raise RuntimeError("the screen is gone")

    asking.add(fail, 10)
    asking.add(heard.append, 10)
    with caplog.at_level(logging.ERROR):
        asking.give_up_all("not-connected")
    assert heard == [NoAnswer("not-connected")]
    assert "the screen is gone" in caplog.text
