"""What an accepted command gives."""

import json
from collections.abc import Callable

from ledger_driver import LedgerDriver, body


def test_a_reprint_is_a_job_for_the_kiosk_that_gave_the_number(ledger: LedgerDriver) -> None:
    ticket = ledger.take(device="kiosk-2")
    done = ledger.carry_out(("print-again", body(ticket_id=ticket["ticket_id"])))
    [(device, job)] = done.jobs
    assert (device, job.job, job.ticket and job.ticket.number) == ("kiosk-1", "print-ticket", "1")
    assert json.loads(done.replies[0].payload)["job_id"] == job.job_id
    done = ledger.carry_out(("print-referral", body(partner="taalhuis", language="ar")))
    [(device, job)] = done.jobs
    assert (device, job.job, job.partner, job.language) == ("kiosk-1", "print-referral", "taalhuis", "ar")


WALK_UP = "[calling]\nwalk_up = true"


def test_who_finds_nobody_waiting_and_a_desk_free_is_told_where_to_walk(
    make_ledger: Callable[..., LedgerDriver],
) -> None:
    ledger = make_ledger(WALK_UP)
    assert "walk_to" not in ledger.do("take-ticket", device="kiosk-1")
    ledger.do("withdraw-ticket", ticket_id=ledger.see("floor")["waiting"][0]["ticket_id"])
    ledger.do("open-desk", desk="2")
    taken = body(device="kiosk-1")
    [first] = ledger.send(("take-ticket", taken))
    assert first["walk_to"] == "2"
    assert "walk_to" not in ledger.do("take-ticket", device="kiosk-1")
    assert ledger.send(("take-ticket", taken)) == [first]


def test_who_wants_to_be_fetched_is_not_sent_to_a_desk(make_ledger: Callable[..., LedgerDriver]) -> None:
    ledger = make_ledger(WALK_UP)
    ledger.do("open-desk", desk="1")
    assert "walk_to" not in ledger.do("take-ticket", device="kiosk-1", fetch_me=True)


def test_nobody_is_sent_to_a_desk_unless_the_branch_wants_that(ledger: LedgerDriver) -> None:
    ledger.do("open-desk", desk="1")
    assert "walk_to" not in ledger.do("take-ticket", device="kiosk-1")
