"""The desk's table: what each command does in each state of a desk."""

from queueing.case import CALLABLE, Case
from queueing.commands import (
    Acknowledge,
    CallNext,
    CallTicket,
    CloseDesk,
    CorrectTopic,
    MissTicket,
    OpenDesk,
    ParkTicket,
    PauseDesk,
    Reason,
    Recall,
    ResumeDesk,
    StartVisit,
    TransferTicket,
    Undo,
)
from queueing.facts import (
    Acknowledged,
    ActionUndone,
    DeskClosed,
    DeskOpened,
    DeskPaused,
    DeskResumed,
    Fact,
    TicketCalled,
    TicketMissed,
    TicketParked,
    TicketRecalled,
    TicketTransferred,
    TopicCorrected,
    VisitStarted,
)
from queueing.picture import Desk
from queueing.refusals import Refused

Facts = tuple[Fact, ...]


def open_desk(case: Case, command: OpenDesk) -> Facts:
    """Open a desk; while it has a visitor its lines stay as they are."""
    desk = case.desk(command.desk)
    for line in command.lines or ():
        case.line(line)
    case.need_open_day()
    usual = case.plan.desks.get(desk.id, ()) if desk.state == "closed" else desk.lines
    lines = tuple(dict.fromkeys(command.lines or usual))
    is_other = set(lines) != set(desk.lines)
    if is_other and desk.state in {"calling", "visit"}:
        raise Refused("desk-busy")
    if desk.state in {"closed", "paused"} or is_other:
        return (DeskOpened(case.at, desk.id, lines),)
    return ()


def pause_desk(case: Case, command: PauseDesk) -> Facts:
    """Rest a desk that has no visitor."""
    desk = case.desk(command.desk)
    case.need_open_day()
    if desk.state == "closed":
        raise Refused("desk-closed")
    if desk.state in {"calling", "visit"}:
        raise Refused("desk-busy")
    return () if desk.state == "paused" else (DeskPaused(case.at, desk.id),)


def resume_desk(case: Case, command: ResumeDesk) -> Facts:
    """Wake a paused desk."""
    desk = case.desk(command.desk)
    case.need_open_day()
    if desk.state == "closed":
        raise Refused("desk-closed")
    return (DeskResumed(case.at, desk.id),) if desk.state == "paused" else ()


def close_desk(case: Case, command: CloseDesk) -> Facts:
    """Close a desk whatever it does; nothing of it is lost. Also right when the day is closed."""
    desk = case.desk(command.desk)
    if desk.state == "closed":
        return ()
    visit_id = case.new_id() if desk.state == "visit" else None
    return (DeskClosed(case.at, desk.id, desk.ticket_id, visit_id),)


def acknowledge(case: Case, command: Acknowledge) -> Facts:
    """Say that somebody is coming."""
    if command.desk is not None:
        case.desk(command.desk)
    case.need_open_day()
    return (Acknowledged(case.at, command.desk),)


def call_next(case: Case, command: CallNext) -> Facts:
    """Call a brought-back ticket of the desk's lines, else the longest waiting."""
    desk = case.desk(command.desk)
    case.need_open_day()
    case.need_ready(desk)
    ticket_id = case.picture.waiting.first(desk.lines)
    if ticket_id is None:
        raise Refused("nobody-waiting")
    return _called(case, desk, ticket_id, None)


def call_ticket(case: Case, command: CallTicket) -> Facts:
    """Call a chosen ticket, of any line."""
    desk, ticket = case.desk(command.desk), case.ticket(command.ticket_id)
    case.need_open_day()
    case.need_ready(desk)
    case.need_state(ticket, CALLABLE)
    return _called(case, desk, ticket.id, command.reason)


def recall(case: Case, command: Recall) -> Facts:
    """Sound the call again."""
    desk = case.desk(command.desk)
    case.need_open_day()
    return (TicketRecalled(case.at, desk.id, case.held_ticket(desk).id),)


def start_visit(case: Case, command: StartVisit) -> Facts:
    """Seat the visitor; twice is as good as once."""
    desk = case.desk(command.desk)
    case.need_open_day()
    ticket = case.held_ticket(desk)
    return () if desk.state == "visit" else (VisitStarted(case.at, desk.id, ticket.id),)


def miss_ticket(case: Case, command: MissTicket) -> Facts:
    """Note that nobody came; during a visit somebody did."""
    desk = case.desk(command.desk)
    case.need_open_day()
    if desk.state != "calling":
        raise Refused("not-called")
    return (TicketMissed(case.at, desk.id, case.held_ticket(desk).id),)


def park_ticket(case: Case, command: ParkTicket) -> Facts:
    """Set the desk's ticket aside."""
    desk = case.desk(command.desk)
    case.need_open_day()
    return (TicketParked(case.at, desk.id, case.held_ticket(desk).id),)


def transfer_ticket(case: Case, command: TransferTicket) -> Facts:
    """Send the desk's ticket to a line, minding neither its limit nor its hours."""
    desk, line = case.desk(command.desk), case.line(command.line)
    case.need_topic(command.topic)
    case.need_open_day()
    return (TicketTransferred(case.at, desk.id, case.held_ticket(desk).id, line.id, command.topic),)


def correct_topic(case: Case, command: CorrectTopic) -> Facts:
    """Give the desk's ticket its real topic."""
    desk = case.desk(command.desk)
    case.need_topic(command.topic)
    case.need_open_day()
    ticket = case.held_ticket(desk)
    return () if ticket.topic == command.topic else (TopicCorrected(case.at, desk.id, ticket.id, command.topic),)


def undo(case: Case, command: Undo) -> Facts:
    """Take back the desk's last action."""
    desk = case.desk(command.desk)
    case.need_open_day()
    if desk.undo is None or not case.can_undo(desk):
        raise Refused("nothing-to-undo")
    ticket_id = desk.undo.tickets[-1].id if desk.undo.tickets else None
    return (ActionUndone(case.at, desk.id, ticket_id),)


def _called(case: Case, desk: Desk, ticket_id: str, reason: Reason | None) -> Facts:
    visit_id = case.new_id() if desk.state == "visit" else None
    return (TicketCalled(case.at, desk.id, ticket_id, case.new_id(), reason, visit_id),)
