import pytest
from queue_driver import QueueDriver

from queueing import commands as c


@pytest.fixture
def day() -> QueueDriver:
    """A branch on an ordinary day, an hour after its start."""
    driver = QueueDriver()
    driver.start()
    driver.wait(hours=1)
    return driver


def spare(number: str = "Z1", ago_s: float = 60, **fields: str) -> c.TakeTicket:
    return c.TakeTicket("kiosk-1", spare_number=number, taken_ago_s=ago_s, **fields)  # type: ignore[arg-type]


def test_a_spare_number_stands_where_it_was_taken(day: QueueDriver) -> None:
    day.take()
    day.wait(seconds=90)
    day.take()
    day.do(spare(ago_s=60))
    assert day.numbers_waiting() == ["1", "Z1", "2"]


def test_a_spare_number_leaves_the_counter_alone(day: QueueDriver) -> None:
    day.do(spare())
    assert day.take().number == "1"


def test_a_spare_number_is_taken_in_once(day: QueueDriver) -> None:
    day.do(spare())
    assert day.refused(spare()) == "bad-request"
    assert day.refused(spare("Z2")) is None


def test_used_spare_numbers_are_remembered_over_a_close_until_the_date_changes(day: QueueDriver) -> None:
    day.do(spare(), c.CloseDay())
    assert day.refused(spare()) == "bad-request"
    day.do(c.OpenDay())
    assert day.refused(spare()) == "bad-request"
    day.wait(days=1)
    day.tick()
    assert day.refused(spare()) is None


def test_a_spare_number_has_the_letter_of_its_kiosk(day: QueueDriver) -> None:
    assert day.refused(spare("R1")) == "bad-request"


def test_a_spare_number_of_another_day_comes_too_late(day: QueueDriver) -> None:
    assert day.refused(spare(ago_s=24 * 3600)) == "too-late"
    assert day.refused(spare(ago_s=1e18)) == "too-late"


def test_a_spare_number_is_taken_in_although_nobody_else_may(day: QueueDriver) -> None:
    for _ in range(3):
        day.take(line="taalhuis")
    day.do(c.CloseIntake())
    assert day.refused(spare(line="taalhuis")) is None


def test_after_the_close_of_the_day_there_is_no_place_for_it(day: QueueDriver) -> None:
    day.do(c.CloseDay())
    assert day.refused(spare()) == "day-closed"


def test_it_replaces_the_ticket_that_was_made_unheard(day: QueueDriver) -> None:
    day.take(request_id="first")
    day.do(spare(instead_of="first"))
    assert (day.numbers_waiting(), day.ticket("1").state) == (["Z1"], "withdrawn")


def test_a_ticket_that_was_called_already_stays_and_no_second_is_made(day: QueueDriver) -> None:
    day.take(request_id="first")
    day.call()
    day.do(spare(instead_of="first"))
    assert len(day.branch.picture.tickets) == 1


def test_a_spare_number_that_became_no_ticket_is_used_up_too(day: QueueDriver) -> None:
    day.take(request_id="first")
    day.call()
    day.do(spare(instead_of="first"))
    assert day.refused(spare()) == "bad-request"
    day.do(c.CloseDay(), c.OpenDay())
    assert day.refused(spare()) == "bad-request"


def test_a_request_that_never_came_through_replaces_nothing(day: QueueDriver) -> None:
    day.do(spare(instead_of="never"))
    assert day.numbers_waiting() == ["Z1"]


def test_it_is_of_today_by_the_day_that_is_open_when_the_clock_is_not_trusted(day: QueueDriver) -> None:
    day.is_trusted = False
    day.wait(hours=20)
    assert day.refused(spare(ago_s=60)) is None
