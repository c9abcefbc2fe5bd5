"""The desk's table of the contract, cell by cell."""

import pytest
from queue_driver import QueueDriver

from queueing import commands as c

STATES = ("closed", "paused", "free", "calling", "visit")

OPEN_SAME = c.OpenDesk("1")
OPEN_OTHER = c.OpenDesk("1", ("taalhuis",))
CALL = c.CallNext("1")
CLOSE, PAUSE, RESUME = c.CloseDesk("1"), c.PauseDesk("1"), c.ResumeDesk("1")
RECALL, START, MISS, PARK = c.Recall("1"), c.StartVisit("1"), c.MissTicket("1"), c.ParkTicket("1")
TRANSFER, CORRECT, FINISH = c.TransferTicket("1", "taalhuis"), c.CorrectTopic("1", "leren"), c.FinishVisit("1")

# Per state of the desk: the state that it is in afterwards, or the refusal.
TABLE: dict[c.Command, tuple[str, str, str, str, str]] = {
    OPEN_SAME: ("→free", "→free", "→free", "→calling", "→visit"),
    OPEN_OTHER: ("→free", "→free", "→free", "desk-busy", "desk-busy"),
    CLOSE: ("→closed", "→closed", "→closed", "→closed", "→closed"),
    PAUSE: ("desk-closed", "→paused", "→paused", "desk-busy", "desk-busy"),
    RESUME: ("desk-closed", "→free", "→free", "→calling", "→visit"),
    CALL: ("desk-closed", "desk-paused", "→calling", "desk-busy", "→calling"),
    RECALL: ("not-called", "not-called", "not-called", "→calling", "→visit"),
    START: ("not-called", "not-called", "not-called", "→visit", "→visit"),
    MISS: ("not-called", "not-called", "not-called", "→free", "not-called"),
    PARK: ("not-called", "not-called", "not-called", "→free", "→free"),
    TRANSFER: ("not-called", "not-called", "not-called", "→free", "→free"),
    CORRECT: ("not-called", "not-called", "not-called", "→calling", "→visit"),
    FINISH: ("not-called", "not-called", "not-called", "→free", "→free"),
}
CELLS = [(command, state, row[STATES.index(state)]) for command, row in TABLE.items() for state in STATES]

WAY_THERE: dict[str, tuple[c.Command, ...]] = {
    "closed": (),
    "paused": (OPEN_SAME, PAUSE),
    "free": (OPEN_SAME,),
    "calling": (OPEN_SAME, CALL),
    "visit": (OPEN_SAME, CALL, START),
}


def desk_in(state: str, day: QueueDriver) -> QueueDriver:
    for _ in range(3):
        day.take()
    day.do(*WAY_THERE[state])
    assert day.desk().state == state
    return day


@pytest.mark.parametrize(("command", "state", "expected"), CELLS)
def test_each_command_does_in_each_state_what_the_table_says(
    day: QueueDriver, command: c.Command, state: str, expected: str
) -> None:
    desk_in(state, day)
    refusal = day.refused(command)
    assert refusal == (None if expected.startswith("→") else expected)
    assert f"→{day.desk().state}" == (expected if refusal is None else f"→{state}")


def test_finishing_while_calling_counts_as_a_visit(day: QueueDriver) -> None:
    desk_in("calling", day)
    day.do(FINISH)
    assert day.ticket("1").state == "done"
    assert len(day.branch.picture.visits) == 1


@pytest.mark.parametrize("state", STATES)
def test_calling_a_chosen_ticket_is_judged_as_calling_the_next(day: QueueDriver, state: str) -> None:
    desk_in(state, day)
    expected = TABLE[CALL][STATES.index(state)]
    refusal = day.refused(c.CallTicket("1", day.ticket("3").id, "leaving"))
    assert refusal == (None if expected.startswith("→") else expected)


def test_closing_a_desk_while_calling_takes_the_call_back(day: QueueDriver) -> None:
    desk_in("calling", day)
    call = next(iter(day.branch.picture.calls.values()))
    day.do(CLOSE)
    assert day.numbers_waiting() == ["1", "2", "3"]
    assert day.branch.picture.calls[call.id].state == "taken-back"


def test_closing_a_desk_during_a_visit_ends_it_unregistered(day: QueueDriver) -> None:
    desk_in("visit", day)
    day.do(CLOSE)
    [visit] = day.branch.picture.visits.values()
    assert not visit.is_registered
    assert day.ticket("1").state == "done"


def test_a_ticket_called_out_of_turn_goes_back_to_where_it_was(day: QueueDriver) -> None:
    desk_in("calling", day)
    day.do(PARK, c.CallTicket("1", day.ticket("1").id, "returned"), CLOSE)
    assert day.ticket("1").state == "parked"


def test_calling_the_next_during_a_visit_ends_that_visit_unregistered(day: QueueDriver) -> None:
    desk_in("visit", day)
    day.do(CALL)
    assert (day.ticket("1").state, day.ticket("2").state) == ("done", "calling")
    assert len(day.branch.picture.visits) == 1


def test_a_second_press_swallows_nobody(day: QueueDriver) -> None:
    desk_in("free", day)
    day.do(CALL)
    assert day.refused(CALL) == "desk-busy"
    assert day.numbers_waiting() == ["2", "3"]


def test_two_desks_never_get_the_same_ticket(day: QueueDriver) -> None:
    desk_in("free", day)
    assert {day.call("1").number, day.call("2").number} == {"1", "2"}


def test_transferring_keeps_number_and_arrival_and_loses_being_brought_back(day: QueueDriver) -> None:
    desk_in("calling", day)
    day.do(PARK, c.BringBack(day.ticket("1").id), CALL)
    before = day.ticket("1")
    day.do(c.TransferTicket("1", "taalhuis", "leren"))
    after = day.ticket("1")
    assert (after.number, after.taken_at, after.brought_back) == ("1", before.taken_at, None)
    assert (after.line, after.topic, after.state) == ("taalhuis", "leren", "waiting")


def test_a_transfer_minds_neither_the_limit_of_the_line_nor_that_parking_is_a_visit(day: QueueDriver) -> None:
    desk_in("calling", day)
    for _ in range(3):
        day.take(line="taalhuis")
    day.do(TRANSFER)
    assert day.branch.picture.waiting.count("taalhuis") == 4
    assert day.branch.picture.visits == {}


def test_opening_a_closed_desk_takes_the_lines_of_the_branch_file(day: QueueDriver) -> None:
    day.do(OPEN_OTHER, CLOSE, OPEN_SAME)
    assert day.desk().lines == ("ido", "taalhuis")


def test_opening_an_open_desk_without_lines_leaves_them_as_they_are(day: QueueDriver) -> None:
    day.do(OPEN_OTHER, OPEN_SAME)
    assert day.desk().lines == ("taalhuis",)


def test_a_recall_raises_the_count_and_the_time_of_the_same_call(day: QueueDriver) -> None:
    desk_in("calling", day)
    [before] = day.branch.picture.calls.values()
    day.wait(seconds=20)
    day.do(RECALL)
    [after] = day.branch.picture.calls.values()
    assert (after.id, after.times_called, after.called_at) == (before.id, 2, day.at)


@pytest.mark.parametrize("command", [*TABLE, CALL])
def test_an_unknown_desk_is_refused_whatever_is_asked_of_it(day: QueueDriver, command: c.Command) -> None:
    elsewhere = type(command)(**{**fields_of(command), "desk": "nowhere"})
    assert day.refused(elsewhere) == "unknown-desk"


def fields_of(command: c.Command) -> dict[str, object]:
    return {name: getattr(command, name) for name in type(command).__dataclass_fields__}
