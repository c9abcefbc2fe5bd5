"""Questions that change nothing."""

from ledger_driver import LedgerDriver, body


def test_a_repeated_query_gets_the_answer_of_the_first_time(ledger: LedgerDriver) -> None:
    same = "day-sheet", body()
    first = ledger.send(same)
    ledger.take()
    assert ledger.send(same) == first


def test_why_tells_a_tickets_story_step_by_step(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("miss-ticket", desk="1")
    missed = ledger.see("floor")["missed"][0]["ticket_id"]
    answers = ledger.send(
        ("call-ticket", body(desk="1", ticket_id=missed, reason="returned")),
        ("why", body(number="1")),
    )
    steps = answers[1]["steps"]
    assert [step["what"] for step in steps] == ["ticket-taken", "ticket-called", "ticket-missed", "ticket-called"]
    assert all({"at", "what"} <= set(step) for step in steps)
    assert (steps[1]["desk"], steps[3]["reason"]) == ("1", "returned")
