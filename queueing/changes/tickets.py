"""Tickets away from a desk."""

from dataclasses import replace

from queueing.facts import (
    FetchMeChanged,
    OwnLanguageChanged,
    PaperReported,
    SpareUsedUp,
    TicketBroughtBack,
    TicketTaken,
    TicketWithdrawn,
)
from queueing.picture import Picture, Ticket


def take(picture: Picture, fact: TicketTaken) -> None:
    """Put a new ticket in its line."""
    if fact.count is None:
        picture.spares.add((fact.device, fact.number))
    else:
        picture.counters[fact.line] = fact.count
    picture.ticket_of_request[fact.request_id] = fact.ticket_id
    picture.put(
        Ticket(
            id=fact.ticket_id,
            number=fact.number,
            line=fact.line,
            topic=fact.topic,
            language=fact.language,
            own_language=fact.own_language,
            fetch_me=fact.fetch_me,
            taken_at=fact.taken_at,
            sequence=picture.next_sequence(),
            device=fact.device,
        ),
    )


def use_up_spare(picture: Picture, fact: SpareUsedUp) -> None:
    """Remember a spare number that became no ticket."""
    picture.spares.add((fact.device, fact.number))


def change_fetch_me(picture: Picture, fact: FetchMeChanged) -> None:
    """Mark or unmark a ticket."""
    picture.put(replace(picture.tickets[fact.ticket_id], fetch_me=fact.fetch_me))


def change_own_language(picture: Picture, fact: OwnLanguageChanged) -> None:
    """Change the languages of a ticket's calls; of one that goes on too."""
    ticket = replace(picture.tickets[fact.ticket_id], own_language=fact.own_language)
    picture.put(ticket)
    calling = (desk.call_id for desk in picture.desks.values() if desk.ticket_id == ticket.id and desk.call_id)
    for call_id in calling:
        picture.calls[call_id] = replace(picture.calls[call_id], own_language=ticket.heard_too)


def withdraw(picture: Picture, fact: TicketWithdrawn) -> None:
    """Take a ticket out for good."""
    ticket = picture.tickets[fact.ticket_id]
    picture.put(replace(ticket, state="withdrawn", brought_back=None, moves=ticket.moves + 1))


def report_paper(picture: Picture, fact: PaperReported) -> None:
    """Note what became of the paper."""
    picture.put(replace(picture.tickets[fact.ticket_id], paper=fact.paper))


def bring_back(picture: Picture, fact: TicketBroughtBack) -> None:
    """Put a ticket behind those brought back before it, ahead of all others."""
    ticket = picture.tickets[fact.ticket_id]
    order = picture.next_sequence()
    picture.put(replace(ticket, state="waiting", brought_back=order, moves=ticket.moves + 1))
