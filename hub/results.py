"""What an accepted command gives its client."""

from collections.abc import Iterable
from typing import Any

from hub.views import ticket_view
from queueing import facts as f
from queueing.free_desks import walk_to
from queueing.picture import Picture
from wire import commands as wire

Result = dict[str, Any]


def result_of(command: wire.Command, facts: Iterable[f.Fact], picture: Picture) -> Result:
    """The fields of the answer besides its id and revision, the facts having been applied."""
    for fact in reversed(tuple(facts)):
        match fact:
            case f.TicketTaken() | f.TicketCalled() | f.TicketRecalled():
                return {"ticket": ticket_view(picture, picture.tickets[fact.ticket_id])}
            case f.VisitFinished() | f.QuestionRegistered():
                return {"visit_id": fact.visit_id}
            case f.PrintOrdered():
                return {"job_id": fact.job_id}
    if isinstance(command, wire.TakeTicket) and command.instead_of:
        return {"ticket": ticket_view(picture, picture.tickets[picture.ticket_of_request[command.instead_of]])}
    return {}


def way_of(command: wire.Command, result: Result, picture: Picture) -> Result:
    """To which desk the visitor of a new ticket may walk at once; nothing where that is none."""
    if not isinstance(command, wire.TakeTicket) or command.spare_number or command.fetch_me is True:
        return {}
    desk = walk_to(picture, picture.tickets[result["ticket"].ticket_id])
    return {"walk_to": desk} if desk else {}


def goes_with_day(result: Result) -> bool:
    """Whether the answer names a ticket or a visit, so that it may not outlive them."""
    return not result.keys().isdisjoint({"ticket", "visit_id", "steps"})
