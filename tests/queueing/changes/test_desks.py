from copy import deepcopy

import pytest
from queue_driver import QueueDriver

from queueing import commands as c
from queueing.picture import Picture

CALL, START, MISS, PARK = c.CallNext("1"), c.StartVisit("1"), c.MissTicket("1"), c.ParkTicket("1")
TRANSFER, FINISH, CLOSE, UNDO = (
    c.TransferTicket("1", "taalhuis", "leren"),
    c.FinishVisit("1"),
    c.CloseDesk("1"),
    c.Undo("1"),
)


def what_counts(picture: Picture) -> object:
    """The picture without what only tells how often things moved, and without calls that were taken back."""
    tickets = {t.id: (t.number, t.line, t.topic, t.state, t.brought_back, t.taken_at) for t in picture.tickets.values()}
    desks = {d.id: (d.state, d.lines, d.ticket_id, d.call_id) for d in picture.desks.values()}
    calls = {k.id: k for k in picture.calls.values() if k.state != "taken-back"}
    return deepcopy((tickets, desks, calls, picture.visits, list(picture.waiting.in_order())))


@pytest.mark.parametrize(
    "actions",
    [
        (CALL,),
        (CALL, START),
        (CALL, MISS),
        (CALL, PARK),
        (CALL, TRANSFER),
        (CALL, START, PARK),
        (CALL, START, TRANSFER),
        (CALL, START, FINISH),
        (CALL, START, CALL),
        (CLOSE,),
        (CALL, CLOSE),
        (CALL, START, CLOSE),
    ],
)
def test_undo_restores_what_was_before_the_last_action(day: QueueDriver, actions: tuple[c.Command, ...]) -> None:
    day.take()
    day.take()
    day.do(c.OpenDesk("1"), *actions[:-1])
    before = what_counts(day.branch.picture)
    day.do(actions[-1], UNDO)
    assert what_counts(day.branch.picture) == before
    assert day.refused(UNDO) == "nothing-to-undo"


def test_an_undone_call_stays_visible_as_taken_back_and_a_later_one_is_another(day: QueueDriver) -> None:
    day.take()
    day.call()
    [first] = day.branch.picture.calls
    day.do(UNDO, CALL)
    states = {call.id: call.state for call in day.branch.picture.calls.values()}
    assert states.pop(first) == "taken-back"
    assert list(states.values()) == ["calling"]


@pytest.mark.parametrize("action", [MISS, PARK])
def test_an_undone_miss_or_parking_revives_the_same_call(day: QueueDriver, action: c.Command) -> None:
    day.take()
    day.call()
    call_id = day.desk().call_id
    day.do(action, UNDO)
    assert (day.desk().call_id, len(day.branch.picture.calls)) == (call_id, 1)


def test_there_are_thirty_seconds_to_undo(day: QueueDriver) -> None:
    day.take()
    day.call()
    day.wait(seconds=29.999)
    assert day.branch.case(day.now).can_undo(day.desk())
    day.wait(seconds=0.001)
    assert day.refused(UNDO) == "nothing-to-undo"


def test_undo_is_judged_by_stored_time_also_after_a_replay(day: QueueDriver) -> None:
    day.take()
    day.call()
    again = day.replayed()
    assert again.case(day.now).can_undo(again.picture.desks["1"])


def test_a_missed_ticket_that_was_brought_back_has_moved_on(day: QueueDriver) -> None:
    ticket = day.take()
    day.call()
    day.do(MISS, c.BringBack(ticket.id))
    assert day.refused(UNDO) == "nothing-to-undo"


def test_a_parked_ticket_that_another_desk_called_has_moved_on(day: QueueDriver) -> None:
    ticket = day.take()
    day.call()
    day.do(PARK, c.OpenDesk("2"), c.CallTicket("2", ticket.id, "returned"))
    assert day.refused(UNDO) == "nothing-to-undo"
    day.do(c.Undo("2"))
    assert day.refused(UNDO) == "nothing-to-undo"


def test_a_desk_that_was_paused_or_opened_since_has_moved_on(day: QueueDriver) -> None:
    day.take()
    day.call()
    day.do(MISS, c.PauseDesk("1"))
    assert day.refused(UNDO) == "nothing-to-undo"
    day.do(CLOSE, c.OpenDesk("1"))
    assert day.refused(UNDO) == "nothing-to-undo"


def test_recalling_does_not_hinder_the_undo_of_a_call(day: QueueDriver) -> None:
    day.take()
    day.call()
    day.do(c.Recall("1"), UNDO)
    assert day.numbers_waiting() == ["1"]


def test_what_was_said_of_a_ticket_meanwhile_is_kept(day: QueueDriver) -> None:
    ticket = day.take(topic="digid")
    day.call()
    day.do(c.FetchMe(ticket.id, fetch_me=True), c.ReportPrint(ticket.id, "kiosk-1", "printed"))
    day.do(c.CorrectTopic("1", "digid-app"), UNDO)
    now = day.ticket("1")
    assert (now.fetch_me, now.paper, now.topic) == (True, "printed", "digid-app")


def test_a_call_that_is_revived_sounds_as_the_visitor_has_chosen_meanwhile(day: QueueDriver) -> None:
    ticket = day.take(language="ar")
    day.call()
    day.do(MISS, c.OwnLanguage(ticket.id, own_language=True), UNDO)
    [call] = day.branch.picture.calls.values()
    assert (call.state, call.own_language, day.ticket("1").own_language) == ("calling", "ar", True)


def test_a_brought_back_ticket_keeps_its_place_when_its_call_is_undone(day: QueueDriver) -> None:
    ticket = day.take()
    day.take()
    day.call()
    day.do(MISS, c.BringBack(ticket.id), CALL, UNDO)
    assert day.numbers_waiting() == ["1", "2"]


def test_an_undone_finish_takes_its_registration_with_it(day: QueueDriver) -> None:
    day.take()
    day.visit()
    day.do(c.FinishVisit("1", (c.Question("helped"),)), UNDO)
    assert (day.branch.picture.visits, day.desk().state) == ({}, "visit")
