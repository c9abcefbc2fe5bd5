from kiosk.flow.errands import GIVE_UP_S, MOST, Errands
from wire.answers import Answer, NoAnswer
from wire.commands import FetchMe

TICKET = "8a7f8a52-52a5-4f3b-9c36-1f0f6a6f9a10"


def wish(number: int) -> FetchMe:
    return FetchMe(request_id=f"00000000-0000-4000-8000-{number:012}", ticket_id=TICKET, fetch_me=True)


def done(command: FetchMe) -> Answer:
    return Answer(request_id=command.request_id, revision=1)


def test_a_later_wish_waits_until_the_one_before_it_was_heard() -> None:
    errands = Errands()
    errands.add(wish(1), 0)
    errands.add(wish(2), 0)
    assert errands.next(0) == wish(1)
    assert errands.next(0) is None
    assert errands.take(wish(1).request_id, done(wish(1)), 1) == wish(1)
    assert errands.next(1) == wish(2)


def test_what_nobody_heard_is_repeated_after_a_while() -> None:
    errands = Errands()
    errands.add(wish(1), 0)
    errands.next(0)
    assert errands.take(wish(1).request_id, NoAnswer("timed-out"), 2) is None
    assert (errands.next(6.9), errands.next_s) == (None, 7)
    assert errands.next(7) == wish(1)


def test_what_nobody_hears_for_long_is_given_up_and_the_rest_goes_on() -> None:
    errands = Errands()
    errands.add(wish(1), 0)
    errands.next(0)
    errands.take(wish(1).request_id, NoAnswer("timed-out"), 1)
    errands.add(wish(2), GIVE_UP_S)
    assert errands.next(GIVE_UP_S) == wish(2)


def test_an_answer_to_something_else_is_none_of_its_business() -> None:
    errands = Errands()
    errands.add(wish(1), 0)
    errands.next(0)
    assert errands.take(wish(2).request_id, done(wish(2)), 1) is None
    assert errands.take(wish(1).request_id, done(wish(1)), 1) == wish(1)


def test_there_is_an_end_to_what_waits_and_one_that_is_out_then_blocks_nothing() -> None:
    errands = Errands()
    errands.add(wish(0), 0)
    errands.next(0)
    for number in range(1, MOST + 1):
        errands.add(wish(number), 0)
    assert errands.take(wish(0).request_id, done(wish(0)), 1) is None
    assert errands.next(1) == wish(1)
