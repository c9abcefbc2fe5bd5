from datetime import UTC, date, datetime, timedelta

import pytest
from queue_driver import QueueDriver, plan, timetable

from queueing import commands as c
from queueing.facts import DayClosed, DayOpened
from queueing.intake import door


def test_a_day_runs_from_four_to_four(day: QueueDriver) -> None:
    day.at = datetime(2026, 11, 23, 2, 59, tzinfo=UTC)
    assert day.tick() == ()
    day.at = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    [closed] = day.tick()
    assert isinstance(closed, DayClosed)
    assert (closed.day, closed.is_by_staff) == (date(2026, 11, 22), False)


def test_the_first_command_of_a_new_day_opens_it_and_counts_from_one(day: QueueDriver) -> None:
    day.take()
    day.wait(days=1)
    day.tick()
    assert day.branch.picture.day is None
    assert day.take().number == "1"
    assert day.branch.picture.day == date(2026, 11, 23)


def test_a_refused_command_opens_no_day(day: QueueDriver) -> None:
    day.wait(days=1)
    day.tick()
    assert day.refused(c.CallNext("1")) == "desk-closed"
    assert day.branch.picture.day is None


def test_a_start_on_a_new_day_closes_the_old_one_and_opens_the_new(day: QueueDriver) -> None:
    day.take()
    day.wait(days=3)
    closed, opened = day.start()
    assert isinstance(closed, DayClosed)
    assert isinstance(opened, DayOpened)
    assert (closed.day, opened.day) == (date(2026, 11, 22), date(2026, 11, 25))


def test_the_very_first_start_opens_a_day_by_any_clock() -> None:
    day = QueueDriver(is_trusted=False)
    [opened] = day.start()
    assert isinstance(opened, DayOpened)


def test_a_clock_that_is_not_trusted_neither_ends_a_day_nor_begins_one(day: QueueDriver) -> None:
    day.is_trusted = False
    day.wait(hours=30)
    assert day.tick() == ()
    assert day.take().number == "1"


def test_no_day_lasts_longer_than_36_hours_of_uptime(day: QueueDriver) -> None:
    day.is_trusted = False
    day.wait(hours=36, seconds=1)
    [closed] = day.tick()
    assert isinstance(closed, DayClosed)
    assert day.refused(c.TakeTicket("kiosk-1")) == "day-closed"
    day.do(c.OpenDay())
    assert day.take().number == "1"


def test_a_closed_day_refuses_what_belongs_to_a_day(day: QueueDriver) -> None:
    day.do(c.CloseDay())
    commands = (c.TakeTicket("kiosk-1"), c.OpenDesk("1"), c.CallNext("1"), c.Acknowledge(), c.OpenIntake(), c.Undo("1"))
    assert {day.refused(command) for command in commands} == {"day-closed"}


@pytest.mark.parametrize("command", [c.CloseDay(), c.CloseDesk("1"), c.PrintReferral("taalhuis"), c.OpenDay()])
def test_some_commands_are_right_while_the_day_is_closed(day: QueueDriver, command: c.Command) -> None:
    day.do(c.CloseDay())
    assert day.refused(command) is None


def test_what_is_unknown_is_said_before_that_the_day_is_closed(day: QueueDriver) -> None:
    day.do(c.CloseDay())
    assert day.refused(c.CallNext("9")) == "unknown-desk"


def test_a_day_that_opens_again_on_its_own_date_counts_on(day: QueueDriver) -> None:
    day.take()
    day.do(c.CloseDay(), c.OpenDay())
    assert day.take().number == "2"
    assert len(day.branch.picture.tickets) == 1


def test_closing_ends_visits_and_erases_everything_that_lived(day: QueueDriver) -> None:
    day.take()
    day.take()
    day.visit()
    facts = day.do(c.CloseDay())
    assert [type(fact).__name__ for fact in facts] == ["DeskClosed", "DayClosed"]
    picture = day.branch.picture
    assert (picture.tickets, picture.calls, picture.visits, len(picture.waiting)) == ({}, {}, {}, 0)
    assert {desk.state for desk in picture.desks.values()} == {"closed"}


def test_closing_twice_and_opening_twice_changes_nothing_more(day: QueueDriver) -> None:
    assert day.do(c.OpenDay()) == ()
    day.do(c.CloseDay())
    assert day.do(c.CloseDay()) == ()


def test_a_day_closed_by_staff_opens_by_itself_on_the_next_date(day: QueueDriver) -> None:
    day.do(c.CloseDay())
    day.wait(days=1)
    assert day.take().number == "1"


HOURS = timetable(sunday=((10, 12), (13, 17)))


@pytest.fixture
def sunday() -> QueueDriver:
    """Sunday 10:00 local, open 10-12 and 13-17."""
    driver = QueueDriver(plan(hours=HOURS))
    driver.start()
    return driver


def test_outside_opening_hours_no_number_is_given(sunday: QueueDriver) -> None:
    sunday.take()
    sunday.wait(hours=2)
    assert sunday.refused(c.TakeTicket("kiosk-1")) == "intake-closed"
    sunday.wait(hours=1)
    assert sunday.take().number == "2"


def test_the_intake_closes_some_minutes_before_the_door_does() -> None:
    day = QueueDriver(plan(hours=HOURS, last_ticket=timedelta(minutes=15)))
    day.wait(minutes=105)
    assert day.refused(c.TakeTicket("kiosk-1")) == "intake-closed"
    assert door(day.branch.picture, day.plan, day.now).closes_at == datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def test_staff_open_the_intake_whatever_the_hours_until_the_next_boundary(sunday: QueueDriver) -> None:
    sunday.wait(hours=2, minutes=5)
    sunday.do(c.OpenIntake())
    assert sunday.take().number == "1"
    sunday.wait(hours=5)
    assert sunday.refused(c.TakeTicket("kiosk-1")) == "intake-closed"


def test_staff_close_the_intake_with_a_notice_of_the_branch_file(sunday: QueueDriver) -> None:
    assert sunday.refused(c.CloseIntake("party")) == "bad-request"
    sunday.do(c.CloseIntake("break"))
    assert sunday.refused(c.TakeTicket("kiosk-1")) == "intake-closed"
    assert door(sunday.branch.picture, sunday.plan, sunday.now).notice == "break"


def test_somebody_is_there_while_a_desk_is_open_also_when_it_rests(sunday: QueueDriver) -> None:
    seen = [staffed(sunday)]
    sunday.do(c.OpenDesk("1"), c.PauseDesk("1"))
    seen.append(staffed(sunday))
    sunday.do(c.CloseDesk("1"))
    sunday.wait(hours=2)
    seen.append(staffed(sunday))
    assert seen == ["later", "now", "no"]


def test_somebody_is_coming_for_ten_minutes_or_until_a_desk_opens(day: QueueDriver) -> None:
    day.do(c.Acknowledge())
    assert coming(day)
    day.wait(minutes=10)
    assert not coming(day)
    day.do(c.Acknowledge("1"), c.OpenDesk("1"))
    assert not coming(day)


def test_a_branch_without_hours_is_always_open(day: QueueDriver) -> None:
    entrance = door(day.branch.picture, day.plan, day.now)
    assert (entrance.is_open, entrance.opens_at, entrance.closes_at, entrance.staffed) == (True, None, None, "later")


def test_the_next_opening_may_be_days_away(sunday: QueueDriver) -> None:
    sunday.wait(hours=8)
    entrance = door(sunday.branch.picture, sunday.plan, sunday.now)
    assert entrance.opens_at == datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


def test_before_the_day_opens_the_door_says_what_a_first_command_would_find(day: QueueDriver) -> None:
    day.wait(days=1)
    day.tick()
    assert door(day.branch.picture, day.plan, day.now).is_open
    day.is_trusted = False
    assert not door(day.branch.picture, day.plan, day.now).is_open


def staffed(day: QueueDriver) -> str:
    return door(day.branch.picture, day.plan, day.now).staffed


def coming(day: QueueDriver) -> bool:
    return door(day.branch.picture, day.plan, day.now).is_somebody_coming
