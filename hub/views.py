"""Tickets as answers, jobs and snapshots show them."""

from queueing.picture import Picture, Ticket
from wire import answers as wire
from wire.times import at_text


def ticket_view(picture: Picture, ticket: Ticket) -> wire.Ticket:
    """A ticket with who is before it."""
    is_waiting = ticket.state == "waiting"
    return wire.Ticket(
        ticket_id=ticket.id,
        number=ticket.number,
        line=ticket.line,
        topic=ticket.topic,
        language=ticket.language,
        fetch_me=ticket.fetch_me,
        taken_at=at_text(ticket.taken_at),
        people_before=picture.waiting.before(ticket.line, ticket.place, ticket.id) if is_waiting else 0,
        state=ticket.state,
    )
