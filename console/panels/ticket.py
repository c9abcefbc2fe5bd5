"""What can be done with one ticket that is not at this desk."""

from dataclasses import replace
from typing import Final

from console.panels.panel import Group, Panel
from console.situation import Button, Situation
from runtime.texts import mark
from wire.commands import Reason
from wire.state import WaitingTicket

REASONS: Final[dict[Reason, str]] = {
    "fetch-me": mark("Kom mij halen"),
    "leaving": mark("Moet zo weg"),
    "referred": mark("Doorverwezen"),
    "returned": mark("Is terug"),
    "other": mark("Anders"),
}
CAN_CALL: Final = frozenset({"free", "visit"})


def panel(at: Situation) -> Panel | None:
    """Call it now, with the reason as the one tap; have it fetched or not; print it again; take it off."""
    opened = at.session.opened
    found = at.ticket(opened.about) if opened else None
    if found is None:
        return None
    text = at.names.texts.text
    groups = [Group(text(mark("Dit nummer nu roepen, want:")), _reasons(at, found))] if at.state in CAN_CALL else []
    groups.append(Group(text(mark("Of:")) if groups else "", _others(at, found)))
    note = "" if at.state in CAN_CALL else text(mark("Roepen kan als deze balie vrij is."))
    return Panel("nummer", text(mark("Nummer {number}")).format(number=found.number), tuple(groups), note)


def _reasons(at: Situation, ticket: WaitingTicket) -> tuple[Button, ...]:
    return tuple(
        at.button(
            "call-ticket",
            label=at.names.texts.text(label),
            place=f"reason-{reason}",
            ticket_id=ticket.ticket_id,
            reason=reason,
        )
        for reason, label in REASONS.items()
    )


def _others(at: Situation, ticket: WaitingTicket) -> tuple[Button, ...]:
    others = tuple(at.button(name, ticket_id=ticket.ticket_id) for name in ("print-again", "withdraw-ticket"))
    wanted = "no" if ticket.fetch_me else "yes"
    fetch = at.button("fetch-me", ticket_id=ticket.ticket_id, fetch_me=wanted)
    return (replace(fetch, is_pressed=ticket.fetch_me), *others)
