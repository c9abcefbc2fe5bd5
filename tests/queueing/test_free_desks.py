from queue_driver import QueueDriver

from queueing.commands import Acknowledge, CallNext, OpenDesk, PauseDesk
from queueing.free_desks import is_somebody_alone, walk_to
from queueing.picture import Ticket


def is_alone(day: QueueDriver) -> bool:
    return is_somebody_alone(day.branch.picture, day.now)


def where(day: QueueDriver, ticket: Ticket) -> str | None:
    return walk_to(day.branch.picture, day.branch.picture.tickets[ticket.id])


def test_somebody_who_waits_is_alone_until_a_desk_of_the_line_is_free(day: QueueDriver) -> None:
    assert not is_alone(day)
    day.take()
    assert is_alone(day)
    day.do(OpenDesk("3"))
    assert is_alone(day)
    day.do(OpenDesk("1"))
    assert not is_alone(day)
    day.do(PauseDesk("1"))
    assert is_alone(day)


def test_a_desk_that_helps_somebody_is_not_free_for_the_next(day: QueueDriver) -> None:
    day.take()
    day.visit("1")
    assert not is_alone(day)
    day.take()
    assert is_alone(day)


def test_nobody_is_alone_while_somebody_is_coming(day: QueueDriver) -> None:
    day.take()
    day.do(Acknowledge())
    assert not is_alone(day)
    day.wait(minutes=10)
    assert is_alone(day)


def test_who_is_the_only_one_may_walk_to_the_first_desk_that_is_free_for_the_line(day: QueueDriver) -> None:
    day.do(OpenDesk("3"), OpenDesk("2"))
    ticket = day.take()
    assert where(day, ticket) == "2"
    other = day.take(line="taalhuis")
    assert where(day, other) is None
    day.do(CallNext("2"))
    assert where(day, ticket) is None
    assert where(day, other) == "3"


def test_without_a_free_desk_there_is_nowhere_to_walk_to(day: QueueDriver) -> None:
    day.do(OpenDesk("3"))
    assert where(day, day.take()) is None
