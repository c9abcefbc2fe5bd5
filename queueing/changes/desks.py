"""What happens at a desk, each with what it takes to undo it."""

from dataclasses import replace

from queueing.facts import (
    ActionUndone,
    DeskClosed,
    DeskFact,
    DeskOpened,
    DeskPaused,
    DeskResumed,
    TicketCalled,
    TicketMissed,
    TicketParked,
    TicketRecalled,
    TicketTransferred,
    TopicCorrected,
    VisitFinished,
    VisitStarted,
)
from queueing.picture import Call, CallState, Desk, DeskState, Picture, TicketState, Undo, Visit


def open_desk(picture: Picture, fact: DeskOpened) -> None:
    """Open a desk, or give it other lines; a call or visit there goes on."""
    desk = picture.desks[fact.desk]
    is_shut = desk.state in {"closed", "paused"}
    picture.desks[desk.id] = replace(desk, lines=fact.lines, state="free" if is_shut else desk.state)
    if is_shut:
        picture.coming_since = None


def pause(picture: Picture, fact: DeskPaused) -> None:
    """Rest a desk."""
    picture.desks[fact.desk] = replace(picture.desks[fact.desk], state="paused")


def resume(picture: Picture, fact: DeskResumed) -> None:
    """Wake a desk."""
    picture.desks[fact.desk] = replace(picture.desks[fact.desk], state="free")
    picture.coming_since = None


def close(picture: Picture, fact: DeskClosed) -> None:
    """Close a desk; a called ticket goes back to its place, a visit ends."""
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, fact.ticket_id)
    if desk.state == "visit":
        _end_visit(picture, desk, fact)
    elif desk.state == "calling":
        _send_back(picture, desk)
    _leave(picture, desk, "closed", replace(undo, made_visit=fact.visit_id))


def call(picture: Picture, fact: TicketCalled) -> None:
    """Call a ticket to a desk; a visit that was going on ends."""
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, desk.ticket_id, fact.ticket_id)
    if desk.state == "visit":
        _end_visit(picture, desk, fact)
    ticket = picture.tickets[fact.ticket_id]
    origin = (ticket.state, ticket.brought_back)
    picture.sound(Call(fact.call_id, ticket.id, ticket.number, desk.id, fact.at, ticket.heard_too, origin))
    _move(picture, ticket.id, "calling")
    picture.coming_since = None
    left = replace(desk, state="calling", ticket_id=ticket.id, call_id=fact.call_id)
    _finish(picture, left, replace(undo, made_call=fact.call_id, made_visit=fact.visit_id))


def recall(picture: Picture, fact: TicketRecalled) -> None:
    """Sound a call once more."""
    call_id = picture.desks[fact.desk].call_id or ""
    before = picture.calls[call_id]
    picture.sound(replace(before, called_at=fact.at, times_called=before.times_called + 1))


def start_visit(picture: Picture, fact: VisitStarted) -> None:
    """Seat the visitor."""
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, fact.ticket_id)
    _move(picture, fact.ticket_id, "at-desk")
    _set_call(picture, desk, "at-desk")
    _finish(picture, replace(desk, state="visit"), undo)


def miss(picture: Picture, fact: TicketMissed) -> None:
    """Set a ticket among those for whom nobody came."""
    _set_aside(picture, fact, "missed")


def park(picture: Picture, fact: TicketParked) -> None:
    """Set a ticket aside until it is brought back."""
    _set_aside(picture, fact, "parked")


def transfer(picture: Picture, fact: TicketTransferred) -> None:
    """Put a ticket in another line by its arrival."""
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, fact.ticket_id)
    ticket = picture.tickets[fact.ticket_id]
    picture.put(
        replace(
            ticket,
            line=fact.line,
            topic=ticket.topic if fact.topic is None else fact.topic,
            state="waiting",
            brought_back=None,
            moves=ticket.moves + 1,
        ),
    )
    _set_call(picture, desk, "past")
    _leave(picture, desk, "free", replace(undo, has_changed_topic=True))


def correct_topic(picture: Picture, fact: TopicCorrected) -> None:
    """Give a ticket its real topic."""
    picture.put(replace(picture.tickets[fact.ticket_id], topic=fact.topic))


def finish_visit(picture: Picture, fact: VisitFinished) -> None:
    """End a visit."""
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, fact.ticket_id)
    _end_visit(picture, desk, fact)
    _leave(picture, desk, "free", replace(undo, made_visit=fact.visit_id))


def undo_action(picture: Picture, fact: ActionUndone) -> None:
    """Bring back desk, tickets and calls as they were before the desk's last action."""
    desk = picture.desks[fact.desk]
    undo = desk.undo
    if undo is None:
        return
    picture.desks[fact.desk] = replace(undo.desk, lines=desk.lines)
    for ticket in undo.tickets:
        now = picture.tickets[ticket.id]
        topic = ticket.topic if undo.has_changed_topic else now.topic
        as_said = replace(ticket, topic=topic, fetch_me=now.fetch_me, own_language=now.own_language, paper=now.paper)
        picture.put(replace(as_said, moves=now.moves + 1))
    for before in undo.calls:
        own = picture.tickets[before.ticket_id].heard_too
        picture.calls[before.id] = replace(picture.calls[before.id], state=before.state, own_language=own)
    if undo.made_call:
        picture.calls[undo.made_call] = replace(picture.calls[undo.made_call], state="taken-back")
    if undo.made_visit:
        picture.drop_visit(undo.made_visit)


def _set_aside(picture: Picture, fact: TicketMissed | TicketParked, state: TicketState) -> None:
    desk = picture.desks[fact.desk]
    undo = _undo(picture, desk, fact, fact.ticket_id)
    _move(picture, fact.ticket_id, state)
    _set_call(picture, desk, "past")
    _leave(picture, desk, "free", undo)


def _end_visit(picture: Picture, desk: Desk, fact: VisitFinished | TicketCalled | DeskClosed) -> None:
    ticket = picture.tickets[desk.ticket_id or ""]
    questions = fact.questions if isinstance(fact, VisitFinished) else ()
    visit_id = fact.visit_id or ""
    picture.end_visit(Visit(visit_id, fact.at, ticket.line, ticket.topic, "ticket", questions))
    _move(picture, ticket.id, "done")
    _set_call(picture, desk, "past")


def _send_back(picture: Picture, desk: Desk) -> None:
    state, brought_back = picture.calls[desk.call_id or ""].origin
    _move(picture, desk.ticket_id or "", state, brought_back)
    _set_call(picture, desk, "taken-back")


def _move(picture: Picture, ticket_id: str, state: TicketState, brought_back: int | None = None) -> None:
    ticket = picture.tickets[ticket_id]
    picture.put(replace(ticket, state=state, brought_back=brought_back, moves=ticket.moves + 1))


def _set_call(picture: Picture, desk: Desk, state: CallState) -> None:
    call_id = desk.call_id or ""
    picture.calls[call_id] = replace(picture.calls[call_id], state=state)


def _undo(picture: Picture, desk: Desk, fact: DeskFact, *tickets: str | None) -> Undo:
    held = tuple(picture.tickets[ticket_id] for ticket_id in tickets if ticket_id)
    calls = (picture.calls[desk.call_id],) if desk.call_id else ()
    return Undo(fact.at, replace(desk, undo=None), (desk.state, desk.ticket_id), held, (), calls)


def _leave(picture: Picture, desk: Desk, state: DeskState, undo: Undo) -> None:
    _finish(picture, replace(desk, state=state, ticket_id=None, call_id=None), undo)


def _finish(picture: Picture, desk: Desk, undo: Undo) -> None:
    moves = tuple(picture.tickets[ticket.id].moves for ticket in undo.tickets)
    picture.desks[desk.id] = replace(desk, undo=replace(undo, left=(desk.state, desk.ticket_id), moves=moves))
