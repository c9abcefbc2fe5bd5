"""Taking, marking and giving up tickets."""

from queueing.case import CALLABLE, SET_ASIDE, Case
from queueing.commands import BringBack, FetchMe, OwnLanguage, ReportPrint, TakeTicket, WithdrawTicket
from queueing.facts import (
    Fact,
    FetchMeChanged,
    OwnLanguageChanged,
    PaperReported,
    TicketBroughtBack,
    TicketTaken,
    TicketWithdrawn,
)
from queueing.intake import is_intake_open, is_line_open
from queueing.picture import Ticket
from queueing.plan import Line
from queueing.refusals import Refused
from queueing.rules.spares import need_own_spare, need_today, taken_at, used_up

Facts = tuple[Fact, ...]


def take_ticket(case: Case, command: TakeTicket) -> Facts:
    """Give a number from the line's counter, or take in a kiosk's spare number."""
    case.need_known(command.language, case.plan.languages)
    need_own_spare(case, command)
    line = _line_for(case, command)
    case.device(command.device)
    case.need_open_day()
    need_today(case, command)
    earlier = _replaced(case, command)
    if earlier and earlier.state not in {"waiting", "withdrawn"}:
        return used_up(case, command)
    withdrawn = (TicketWithdrawn(case.at, earlier.id),) if earlier and earlier.state == "waiting" else ()
    if command.spare_number is not None:
        return (*withdrawn, _taken(case, command, line, command.spare_number, None))
    _need_room(case, line)
    count = 1 if case.is_new_day else case.picture.counters.get(line.id, 0) + 1
    return (*withdrawn, _taken(case, command, line, f"{line.letter}{count}", count))


def change_fetch_me(case: Case, command: FetchMe) -> Facts:
    """Mark a ticket whose visitor has not been helped yet."""
    ticket = _not_yet_helped(case, command.ticket_id)
    if ticket.fetch_me == command.fetch_me:
        return ()
    return (FetchMeChanged(case.at, ticket.id, command.fetch_me),)


def change_own_language(case: Case, command: OwnLanguage) -> Facts:
    """Note in which languages to call somebody who has not been helped yet."""
    ticket = _not_yet_helped(case, command.ticket_id)
    if ticket.own_language == command.own_language:
        return ()
    return (OwnLanguageChanged(case.at, ticket.id, command.own_language),)


def withdraw(case: Case, command: WithdrawTicket) -> Facts:
    """Give up a place that nobody is being called for."""
    ticket = case.ticket(command.ticket_id)
    case.need_open_day()
    case.need_state(ticket, CALLABLE)
    return (TicketWithdrawn(case.at, ticket.id),)


def report_print(case: Case, command: ReportPrint) -> Facts:
    """Note what a kiosk says of the paper."""
    device = case.device(command.device)
    ticket = case.ticket(command.ticket_id)
    case.need_open_day()
    return (PaperReported(case.at, ticket.id, device.id, command.paper, command.cause, command.job_id),)


def bring_back(case: Case, command: BringBack) -> Facts:
    """Put a missed or parked ticket next in its line."""
    ticket = case.ticket(command.ticket_id)
    case.need_open_day()
    case.need_state(ticket, SET_ASIDE)
    return (TicketBroughtBack(case.at, ticket.id),)


def _not_yet_helped(case: Case, ticket_id: str) -> Ticket:
    ticket = case.ticket(ticket_id)
    case.need_open_day()
    case.need_state(ticket, CALLABLE | {"calling"})
    return ticket


def _line_for(case: Case, command: TakeTicket) -> Line:
    case.need_topic(command.topic)
    if command.line is not None:
        return case.line(command.line)
    return case.line(case.plan.topics[command.topic]) if command.topic else case.plan.lines[0]


def _replaced(case: Case, command: TakeTicket) -> Ticket | None:
    if command.instead_of is None:
        return None
    return case.picture.tickets.get(case.picture.ticket_of_request.get(command.instead_of, ""))


def _need_room(case: Case, line: Line) -> None:
    if not is_intake_open(case.picture, case.plan, case.now):
        raise Refused("intake-closed")
    if not is_line_open(line, case.now):
        raise Refused("line-closed")
    if line.limit is not None and case.picture.waiting.count(line.id) >= line.limit:
        raise Refused("line-full")


def _taken(case: Case, command: TakeTicket, line: Line, number: str, count: int | None) -> TicketTaken:
    return TicketTaken(
        at=case.at,
        ticket_id=case.new_id(),
        number=number,
        count=count,
        line=line.id,
        topic=command.topic,
        language=command.language or case.plan.languages[0],
        own_language=command.own_language,
        fetch_me=command.fetch_me,
        device=command.device,
        taken_at=taken_at(case, command),
        request_id=command.request_id,
    )
