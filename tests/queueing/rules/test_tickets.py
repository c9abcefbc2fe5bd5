import pytest
from queue_driver import QueueDriver, plan, timetable

from queueing import commands as c
from queueing.plan import Line


def test_numbers_count_from_one_in_each_line_with_its_letter(day: QueueDriver) -> None:
    numbers = [day.take().number, day.take(line="taalhuis").number, day.take().number, day.take(topic="leren").number]
    assert numbers == ["1", "L1", "2", "L2"]


def test_a_named_line_wins_over_the_line_of_the_topic(day: QueueDriver) -> None:
    assert day.take(topic="leren", line="ido").line == "ido"


def test_who_names_no_language_gets_the_first_of_the_branch(day: QueueDriver) -> None:
    assert (day.take().language, day.take(language="ar").language) == ("nl", "ar")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"language": "fr"}, "bad-request"),
        ({"topic": "bakfiets"}, "unknown-topic"),
        ({"line": "bakfiets"}, "unknown-line"),
        ({"device": "kiosk-9"}, "unknown-device"),
        ({"device": "kiosk-9", "language": "fr", "topic": "bakfiets"}, "bad-request"),
        ({"spare_number": "R1"}, "bad-request"),
    ],
)
def test_what_the_branch_does_not_have_is_refused(day: QueueDriver, fields: dict[str, str], code: str) -> None:
    assert day.refused(c.TakeTicket(**{"device": "kiosk-1", **fields})) == code


def test_a_full_line_takes_no_more_until_somebody_is_called(day: QueueDriver) -> None:
    for _ in range(3):
        day.take(line="taalhuis")
    assert day.refused(c.TakeTicket("kiosk-1", line="taalhuis")) == "line-full"
    day.call("3")
    assert day.take(line="taalhuis").number == "L4"


def test_a_line_with_hours_of_its_own_gives_numbers_only_then() -> None:
    lines = (Line("ido"), Line("taalhuis", "L", hours=timetable(sunday=((13, 16),))))
    day = QueueDriver(plan(lines=lines))
    assert day.refused(c.TakeTicket("kiosk-1", line="taalhuis")) == "line-closed"
    day.wait(hours=4)
    assert day.take(line="taalhuis").number == "L1"


def test_who_waits_is_called_by_arrival_over_all_lines_of_the_desk(day: QueueDriver) -> None:
    day.take(line="taalhuis")
    day.wait(seconds=1)
    day.take()
    assert (day.call("1").number, day.call("2").number) == ("L1", "1")


def test_a_desk_calls_from_its_own_lines_only(day: QueueDriver) -> None:
    day.take()
    day.do(c.OpenDesk("3"))
    assert day.refused(c.CallNext("3")) == "nobody-waiting"


def test_a_chosen_ticket_may_be_of_any_line(day: QueueDriver) -> None:
    ticket = day.take()
    day.do(c.OpenDesk("3"), c.CallTicket("3", ticket.id, "fetch-me"))
    assert day.desk("3").ticket_id == ticket.id


def test_brought_back_tickets_come_first_in_the_order_of_bringing_back(day: QueueDriver) -> None:
    for _ in range(4):
        day.take()
    for _ in range(2):
        day.call()
        day.do(c.MissTicket("1"))
    day.do(c.BringBack(day.ticket("2").id), c.BringBack(day.ticket("1").id))
    assert day.numbers_waiting() == ["2", "1", "3", "4"]


def test_a_withdrawn_ticket_is_called_no_more_and_its_number_is_not_given_again(day: QueueDriver) -> None:
    day.do(c.WithdrawTicket(day.take().id))
    assert (day.numbers_waiting(), day.take().number) == ([], "2")


@pytest.mark.parametrize("state", ["calling", "at-desk", "done", "withdrawn"])
def test_only_a_ticket_that_waits_somehow_can_be_withdrawn(day: QueueDriver, state: str) -> None:
    ticket = put(day, state)
    assert day.refused(c.WithdrawTicket(ticket)) == "not-waiting"


@pytest.mark.parametrize("state", ["waiting", "parked", "missed", "calling"])
def test_who_has_not_been_helped_may_ask_to_be_fetched(day: QueueDriver, state: str) -> None:
    ticket = put(day, state)
    day.do(c.FetchMe(ticket, fetch_me=True))
    assert day.branch.picture.tickets[ticket].fetch_me


@pytest.mark.parametrize("state", ["at-desk", "done", "withdrawn"])
def test_who_is_or_was_at_a_desk_needs_no_fetching(day: QueueDriver, state: str) -> None:
    assert day.refused(c.FetchMe(put(day, state), fetch_me=True)) == "not-waiting"


@pytest.mark.parametrize("state", ["waiting", "parked", "missed", "calling"])
def test_who_has_not_been_helped_may_choose_how_to_be_called(day: QueueDriver, state: str) -> None:
    ticket = put(day, state)
    for is_wanted in (True, False):
        day.do(c.OwnLanguage(ticket, own_language=is_wanted))
        assert day.branch.picture.tickets[ticket].own_language == is_wanted


@pytest.mark.parametrize("state", ["at-desk", "done", "withdrawn"])
def test_who_is_or_was_at_a_desk_is_not_called_in_any_language(day: QueueDriver, state: str) -> None:
    assert day.refused(c.OwnLanguage(put(day, state), own_language=True)) == "not-waiting"


def test_saying_again_how_to_be_called_is_no_fact(day: QueueDriver) -> None:
    ticket = day.take(language="ar", own_language=True).id
    assert day.do(c.OwnLanguage(ticket, own_language=True)) == ()
    assert len(day.do(c.OwnLanguage(ticket, own_language=False))) == 1


@pytest.mark.parametrize("state", ["waiting", "calling", "at-desk", "done", "withdrawn"])
def test_only_what_was_set_aside_can_be_brought_back(day: QueueDriver, state: str) -> None:
    assert day.refused(c.BringBack(put(day, state))) == "not-waiting"


def test_what_became_of_the_paper_is_kept_with_the_ticket(day: QueueDriver) -> None:
    ticket = day.take()
    day.do(c.ReportPrint(ticket.id, "kiosk-1", "failed", "paper-out"))
    assert day.ticket("1").paper == "failed"


def test_a_ticket_is_printed_again_where_there_is_a_printer(day: QueueDriver) -> None:
    [ordered] = day.do(c.PrintAgain(day.take(device="kiosk-2").id))
    assert ordered.device == "kiosk-1"  # type: ignore[attr-defined]
    assert day.refused(c.PrintAgain(day.ticket("1").id, "kiosk-2")) == "no-printer"
    assert day.refused(c.PrintAgain(day.ticket("1").id, "kiosk-9")) == "unknown-device"


def test_a_referral_is_printed_for_a_partner_of_the_branch_only(day: QueueDriver) -> None:
    assert day.refused(c.PrintReferral("nobody")) == "bad-request"
    assert day.refused(c.PrintReferral("taalhuis", "en")) is None


def put(day: QueueDriver, state: str) -> str:
    """A ticket in that state."""
    ticket = day.take().id
    ways: dict[str, tuple[c.Command, ...]] = {
        "waiting": (),
        "calling": (c.CallNext("1"),),
        "at-desk": (c.CallNext("1"), c.StartVisit("1")),
        "done": (c.CallNext("1"), c.StartVisit("1"), c.FinishVisit("1")),
        "parked": (c.CallNext("1"), c.ParkTicket("1")),
        "missed": (c.CallNext("1"), c.MissTicket("1")),
        "withdrawn": (c.WithdrawTicket(ticket),),
    }
    day.do(c.OpenDesk("1"), *ways[state])
    assert day.branch.picture.tickets[ticket].state == state
    return ticket
