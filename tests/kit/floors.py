"""A floor and a ticket as the hub tells them, for tests that need no hub."""

from typing import Any
from uuid import uuid4

from msgspec.structs import replace

from wire.answers import Ticket
from wire.state import Floor, Today

AT = "2026-03-02T10:00:00.000Z"


def ticket(number: str, **fields: Any) -> Ticket:
    """Somebody who is called."""
    called = Ticket(
        ticket_id=str(uuid4()),
        number=number,
        line="ido",
        topic=None,
        language="nl",
        fetch_me=False,
        taken_at=AT,
        people_before=0,
        state="calling",
    )
    return replace(called, **fields)


def floor(**fields: Any) -> Floor:
    """An open floor on which nobody is yet."""
    empty = Floor(
        epoch="one",
        revision=1,
        at=AT,
        day="2026-03-02",
        clock="trusted",
        intake="open",
        notice=None,
        coming=False,
        waiting=(),
        parked=(),
        missed=(),
        desks=(),
        unregistered=(),
        devices=(),
        today=Today(taken=0, waiting=0, parked=0, helped=0, missed=0, unregistered=0),
    )
    return replace(empty, **fields)
