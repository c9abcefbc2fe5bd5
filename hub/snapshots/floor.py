"""What staff see."""

from collections.abc import Iterable, Iterator
from itertools import islice

from hub.plan import all_topics
from hub.snapshots.board import desk_name
from hub.snapshots.head import View
from hub.views import ticket_view
from queueing.picture import UNDO_WITHIN, Desk, Ticket
from wire.state import Floor, FloorDesk, FloorDevice, Today, UnregisteredVisit, WaitingTicket
from wire.times import at_text

AT_MOST = 200


def floor(view: View, devices: tuple[FloorDevice, ...]) -> Floor:
    """The floor of this moment; lists are cut short, their counts are not."""
    picture = view.branch.picture
    entrance = view.door
    waiting = (picture.tickets[ticket_id] for ticket_id in picture.waiting.in_order())
    parked = [ticket for ticket in picture.tickets.values() if ticket.state == "parked"]
    missed = [ticket for ticket in picture.tickets.values() if ticket.state == "missed"]
    unregistered = [visit for visit in picture.visits.values() if not visit.is_registered]
    return Floor(
        **view.head(),
        intake="open" if entrance.is_open else "closed",
        notice=entrance.notice,
        coming=entrance.is_somebody_coming,
        waiting=tuple(_rows(view, waiting)),
        parked=tuple(_rows(view, parked)),
        missed=tuple(_rows(view, missed)),
        desks=tuple(_desk(view, desk) for desk in picture.desks.values()),
        unregistered=tuple(
            UnregisteredVisit(visit_id=visit.id, ended_at=at_text(visit.ended_at), topic=visit.topic)
            for visit in unregistered[:AT_MOST]
        ),
        devices=devices,
        today=Today(
            taken=len(picture.tickets),
            waiting=len(picture.waiting),
            parked=len(parked),
            helped=sum(visit.channel == "ticket" for visit in picture.visits.values()),
            missed=len(missed),
            unregistered=len(unregistered),
        ),
    )


def _rows(view: View, tickets: Iterable[Ticket]) -> Iterator[WaitingTicket]:
    names = {topic.id: view.first_language(topic.names, topic.id) for topic in all_topics(view.settings.topics)}
    for ticket in islice(tickets, AT_MOST):
        yield WaitingTicket(
            ticket_id=ticket.id,
            number=ticket.number,
            line=ticket.line,
            topic=ticket.topic,
            topic_name=names.get(ticket.topic, ticket.topic) if ticket.topic else None,
            language=ticket.language,
            fetch_me=ticket.fetch_me,
            taken_at=at_text(ticket.taken_at),
            paper=ticket.paper,
            device=ticket.device,
        )


def _desk(view: View, desk: Desk) -> FloorDesk:
    picture = view.branch.picture
    is_undoable = desk.undo is not None and view.branch.case(view.now).can_undo(desk)
    return FloorDesk(
        id=desk.id,
        name=desk_name(view, desk.id),
        lines=desk.lines,
        state=desk.state,
        ticket=ticket_view(picture, picture.tickets[desk.ticket_id]) if desk.ticket_id else None,
        undo_until=at_text(desk.undo.at + UNDO_WITHIN) if desk.undo and is_undoable else None,
    )
