"""What an accepted command gives."""

import json

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
