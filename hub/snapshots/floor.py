"""What staff see."""

from collections.abc import Iterable, Iterator
from itertools import islice

from hub.plan import all_topics
from hub.snapshots.board import desk_name
from hub.snapshots.head import View
from hub.views import ticket_view
from queueing.picture import UNDO_WITHIN, Desk
from wire.state import Floor, FloorDesk, FloorDevice, Today, UnregisteredVisit, WaitingTicket
from wire.times import at_text

AT_MOST = 200


def floor(view: View, devices: tuple[FloorDevice, ...]) -> Floor:
    """The floor of this moment; lists are cut short, their counts are not."""
    picture = view.branch.picture
    entrance = view.door
    parked, missed = picture.aside["parked"], picture.aside["missed"]
    unregistered = (picture.visits[visit_id] for visit_id in islice(picture.unregistered, AT_MOST))
    return Floor(
        **view.head(),
        intake="open" if entrance.is_open else "closed",
        notice=entrance.notice,
        coming=entrance.is_somebody_coming,
        waiting=tuple(_rows(view, picture.waiting.in_order())),
        parked=tuple(_rows(view, parked)),
        missed=tuple(_rows(view, missed)),
        desks=tuple(_desk(view, desk) for desk in picture.desks.values()),
        unregistered=tuple(
            UnregisteredVisit(visit_id=visit.id, ended_at=at_text(visit.ended_at), topic=visit.topic)
            for visit in unregistered
        ),
        devices=devices,
        today=Today(
            taken=len(picture.tickets),
            waiting=len(picture.waiting),
            parked=len(parked),
            helped=len(picture.helped),
            missed=len(missed),
            unregistered=len(picture.unregistered),
        ),
    )


def _rows(view: View, ticket_ids: Iterable[str]) -> Iterator[WaitingTicket]:
    tickets = view.branch.picture.tickets
    names = {topic.id: view.first_language(topic.names, topic.id) for topic in all_topics(view.settings.topics)}
    for ticket in (tickets[ticket_id] for ticket_id in islice(ticket_ids, AT_MOST)):
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
