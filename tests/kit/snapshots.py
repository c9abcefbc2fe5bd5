"""What the hub tells, for tests that need no hub: each is the plainest one, with what a test changes in it."""

from typing import Any

from msgspec.structs import replace

from wire.answers import Ticket
from wire.state import Board, Call, Floor, FloorDesk, Today

AT = "2026-03-02T10:00:00.000Z"
_STAMP: dict[str, Any] = {"epoch": "one", "revision": 1, "at": AT, "day": "2026-03-02", "clock": "trusted"}
_OPEN: dict[str, Any] = {"intake": "open", "notice": None, "coming": False}


def ticket(number: str = "27", **fields: Any) -> Ticket:
    """Somebody who waits, with three before."""
    waiting = Ticket(
        ticket_id="8a7f8a52-52a5-4f3b-9c36-1f0f6a6f9a10",
        number=number,
        line="ido",
        topic=None,
        language="nl",
        fetch_me=False,
        taken_at=AT,
        people_before=3,
        state="waiting",
    )
    return replace(waiting, **fields)


def desk(**fields: Any) -> FloorDesk:
    """An open desk at which nobody sits."""
    free = FloorDesk(id="1", name="Balie 1", lines=("ido",), state="free", ticket=None, undo_until=None)
    return replace(free, **fields)


def floor(**fields: Any) -> Floor:
    """An open floor on which nobody is yet."""
    empty = Floor(
        **_STAMP,
        **_OPEN,
        waiting=(),
        parked=(),
        missed=(),
        desks=(),
        unregistered=(),
        devices=(),
        today=Today(taken=0, waiting=0, parked=0, helped=0, missed=0, unregistered=0),
    )
    return replace(empty, **fields)


def call(**fields: Any) -> Call:
    """A number that is called for the first time."""
    first = Call(
        call_id="9d1c2f3e-0000-4000-8000-000000000002",
        number="27",
        desk="1",
        desk_name="Balie 1",
        called_at=AT,
        times_called=1,
        state="calling",
        languages=("nl",),
    )
    return replace(first, **fields)


def board(**fields: Any) -> Board:
    """A waiting room, open and staffed, in which nobody is called."""
    quiet = Board(
        **_STAMP,
        **_OPEN,
        branch_name="Bibliotheek Hengelo",
        opens_at=None,
        closes_at=None,
        staffed="now",
        calls=(),
    )
    return replace(quiet, **fields)
