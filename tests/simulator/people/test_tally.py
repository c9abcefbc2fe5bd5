from simulator.people.tally import Tally
from wire.answers import Answer, NoAnswer, Refused
from wire.names import new_id
from wire.refusals import Refusal


def done() -> Answer:
    return Answer(request_id=new_id(), revision=1)


def test_a_summary_tells_counts_refusals_silence_and_times() -> None:
    tally = Tally()
    for milliseconds in range(1, 101):
        tally.note("take-ticket", done(), milliseconds / 1000)
    tally.note("call-next", done(), 0.001)
    tally.note("call-next", Refused(request_id=new_id(), refusal=Refusal("nobody-waiting", "Er wacht niemand.")), 0.001)
    tally.note("finish-visit", NoAnswer("timed-out"), 2.0)

    assert tally.summary().splitlines() == [
        "tickets 100, calls 1, visits 0",
        "refused: nobody-waiting 1",
        "no answer: timed-out 1",
        "102 answers, p50 49.0 ms, p95 94.0 ms",
    ]


def test_silence_is_no_answer() -> None:
    tally = Tally()
    tally.note("take-ticket", NoAnswer("not-connected"), 2.0)

    assert tally.answers == 0
    assert "ms" not in tally.summary()
