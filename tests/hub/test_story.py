from typing import Any

from ledger_driver import LedgerDriver

from hub.facts import _kinds
from queueing.facts import AtDesk, TicketFact
from wire.story import SENTENCES


def steps(ledger: LedgerDriver, number: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ledger.do("why", number=number)["steps"]
    return found


def test_a_call_out_of_turn_names_whom_it_passed_over(ledger: LedgerDriver) -> None:
    ledger.do("open-desk", desk="1")
    first, _, third = ledger.take(), ledger.take(), ledger.take()
    ledger.do("call-ticket", desk="1", ticket_id=third["ticket_id"], reason="leaving")
    assert steps(ledger, third["number"])[-1]["passed_over"] == ["1", "2"]
    ledger.do("miss-ticket", desk="1")
    ledger.do("call-next", desk="1")
    assert steps(ledger, first["number"])[-1]["passed_over"] == []
    assert [step.get("waiting_before") for step in steps(ledger, "2")] == [1]


def test_a_missed_number_that_is_called_again_passes_over_all_who_wait(ledger: LedgerDriver) -> None:
    ledger.do("open-desk", desk="1")
    first = ledger.take()
    ledger.do("call-next", desk="1")
    ledger.do("miss-ticket", desk="1")
    ledger.take()
    ledger.do("call-ticket", desk="1", ticket_id=first["ticket_id"], reason="returned")
    assert steps(ledger, first["number"])[-1]["passed_over"] == ["2"]


def test_everything_that_happens_to_a_number_has_a_sentence() -> None:
    names = {name for kind, name in _kinds().items() if issubclass(kind, TicketFact | AtDesk)}
    assert names - SENTENCES.keys() == set()
