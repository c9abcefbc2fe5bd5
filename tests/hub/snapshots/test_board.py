from collections.abc import Callable

from ledger_driver import LedgerDriver, body


def test_the_board_says_nothing_of_what_anybody_came_for(ledger: LedgerDriver) -> None:
    ledger.take(topic="digid")
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    assert set(ledger.see("board")) == {
        "epoch", "revision", "at", "day", "clock", "branch_name", "intake", "notice", "opens_at", "closes_at",
        "staffed", "coming", "calls",
    }  # fmt: skip
    [call] = ledger.calls()
    assert set(call) == {
        "call_id", "number", "desk", "desk_name", "called_at", "times_called", "state", "languages",
    }  # fmt: skip
    assert (call["number"], call["desk"], call["desk_name"], call["state"]) == ("1", "1", "Balie 1", "calling")
    assert (call["called_at"], call["times_called"]) == ("2026-11-22T09:00:00.000Z", 1)


def test_a_second_language_is_there_while_calling_and_only_where_it_was_asked_for(ledger: LedgerDriver) -> None:
    ledger.take(language="ar", own_language=True)
    ledger.take(language="ar")
    ledger.take(language="nl", own_language=True)
    ledger.do("open-desk", desk="1")
    heard = []
    for _ in range(3):
        ledger.do("call-next", desk="1")
        heard.append(ledger.calls()[0]["languages"])
        ledger.do("start-visit", desk="1")
        assert ledger.calls()[0]["languages"] == ["nl"]
    assert heard == [["nl", "ar"], ["nl"], ["nl"]]


def test_the_second_language_comes_and_goes_as_the_visitor_says_after_the_ticket(ledger: LedgerDriver) -> None:
    ticket_id = ledger.take(language="ar")["ticket_id"]
    ledger.do("own-language", ticket_id=ticket_id, own_language=True)
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    [called] = ledger.calls()
    ledger.do("own-language", ticket_id=ticket_id, own_language=False)
    [changed] = ledger.calls()
    assert (called["languages"], changed) == (["nl", "ar"], {**called, "languages": ["nl"]})


def test_how_to_be_called_is_kept_once_for_each_request_and_over_a_restart(ledger: LedgerDriver) -> None:
    ticket_id = ledger.take(language="ar")["ticket_id"]
    asked = "own-language", body(ticket_id=ticket_id, own_language=True)
    first = ledger.send(asked)
    ledger.do("own-language", ticket_id=ticket_id, own_language=False)
    ledger.restart()
    assert ledger.send(asked) == first
    assert not ledger.ledger.branch.picture.tickets[ticket_id].own_language
    ledger.do("own-language", ticket_id=ticket_id, own_language=True)
    ledger.restart()
    assert ledger.ledger.branch.picture.tickets[ticket_id].own_language


def test_a_branch_that_calls_in_dutch_only_has_one_language(make_ledger: Callable[..., LedgerDriver]) -> None:
    ledger = make_ledger("[calling]\nown_language = false\n")
    ledger.take(language="ar", own_language=True)
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    assert ledger.calls()[0]["languages"] == ["nl"]


def test_a_recall_is_the_newest_again_and_keeps_its_id(ledger: LedgerDriver) -> None:
    for desk in ("1", "2"):
        ledger.take()
        ledger.do("open-desk", desk=desk)
        ledger.wait(seconds=1)
        ledger.do("call-next", desk=desk)
    first = ledger.calls()[1]
    ledger.wait(seconds=1)
    ledger.do("recall", desk="1")
    newest = ledger.calls()[0]
    assert (newest["call_id"], newest["times_called"]) == (first["call_id"], 2)
    assert newest["called_at"] == "2026-11-22T09:00:03.000Z"


def test_a_call_that_was_taken_back_stays_as_that_and_a_later_one_has_a_new_id(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("undo", desk="1")
    [taken_back] = ledger.calls()
    assert taken_back["state"] == "taken-back"
    ledger.do("call-next", desk="1")
    newest, before = ledger.calls()
    assert (newest["state"], newest["number"], before) == ("calling", "1", taken_back)
    assert newest["call_id"] != before["call_id"]


def test_a_miss_that_is_undone_revives_the_same_call(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    before = ledger.calls()
    ledger.do("miss-ticket", desk="1")
    assert [call["state"] for call in ledger.calls()] == ["past"]
    ledger.do("undo", desk="1")
    assert ledger.calls() == before


def test_past_calls_go_after_a_minute_but_the_last_five_stay(ledger: LedgerDriver) -> None:
    call_and_miss(ledger, 8)
    assert len(ledger.calls()) == 8
    ledger.wait(seconds=59)
    assert len(ledger.calls()) == 8
    ledger.wait(seconds=1)
    assert [call["number"] for call in ledger.calls()] == ["8", "7", "6", "5", "4"]


def test_who_is_at_a_desk_stays_on_the_board_however_long_ago_the_call_was(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="2")
    ledger.do("call-next", desk="2")
    ledger.do("start-visit", desk="2")
    ledger.wait(hours=1)
    call_and_miss(ledger, 55)
    calls = ledger.calls()
    assert (len(calls), calls[-1]["number"], calls[-1]["state"]) == (50, "1", "at-desk")
    ledger.wait(minutes=2)
    assert [call["number"] for call in ledger.calls()] == ["56", "55", "54", "53", "52", "1"]


def test_the_board_is_empty_when_the_day_is_closed(ledger: LedgerDriver) -> None:
    call_and_miss(ledger, 2)
    ledger.do("close-day")
    board = ledger.see("board")
    assert (board["calls"], board["day"], board["intake"]) == ([], None, "closed")


def test_the_board_is_the_same_after_a_restart(ledger: LedgerDriver) -> None:
    call_and_miss(ledger, 7)
    ledger.do("undo", desk="1")
    ledger.do("recall", desk="1")
    before = ledger.see("board")
    ledger.restart()
    assert ledger.see("board") == before


def call_and_miss(ledger: LedgerDriver, times: int) -> None:
    ledger.do("open-desk", desk="1")
    for _ in range(times):
        ledger.take()
        ledger.do("call-next", desk="1")
        ledger.do("miss-ticket", desk="1")
