"""Why a number was called when it was: its steps from the journal, each with who was ahead of it then."""

from collections.abc import Iterable
from typing import Any

from hub.facts import kind_of, ticket_of
from queueing.branch import Branch
from queueing.facts import Fact, TicketCalled, TicketTaken
from queueing.picture import Picture
from queueing.plan import Plan
from wire.names import new_id
from wire.times import at_text

SAID_OF_A_STEP = ("desk", "line", "topic", "reason", "call_id", "visit_id", "device", "job_id", "paper", "fetch_me")


def story(facts: Iterable[Fact], plan: Plan, ticket_id: str) -> list[dict[str, Any]]:
    """The steps of one ticket, in the order in which they happened; the whole day is played once more for it."""
    branch = Branch(plan, new_id)
    steps: list[dict[str, Any]] = []
    for fact in facts:
        if ticket_of(fact) == ticket_id:
            steps.append(_step(fact, branch.picture))
        branch.apply(fact)
    return steps


def _step(fact: Fact, before: Picture) -> dict[str, Any]:
    ids = {name: value for name in SAID_OF_A_STEP if (value := getattr(fact, name, None))}
    step = {"at": at_text(fact.at), "what": kind_of(fact), **ids}
    if isinstance(fact, TicketTaken):
        step["waiting_before"] = before.waiting.count(fact.line)
    if isinstance(fact, TicketCalled):
        step["passed_over"] = _ahead(fact, before)
    return step


def _ahead(fact: TicketCalled, before: Picture) -> list[str]:
    """The numbers that this desk would have called sooner."""
    lines = before.desks[fact.desk].lines
    called = before.tickets[fact.ticket_id]
    waiting = [before.tickets[each] for each in before.waiting.in_order()]
    return [
        each.number
        for each in waiting
        if each.line in lines and each.id != called.id and (called.state != "waiting" or each.place < called.place)
    ]
