"""What a crash must not lose: a ticket that was asked for, or given, and not yet on paper for sure."""

from msgspec import Struct

from wire.answers import Ticket
from wire.commands import Paper, TakeTicket


class Given(Struct, frozen=True, kw_only=True):
    """A ticket on its way to paper; `paper` is None until the printer said something."""

    ticket: Ticket
    job_id: str
    spare_of: str | None = None
    paper: Paper | None = None


class UnderWay(Struct, frozen=True, kw_only=True):
    """The visit that was going on; `since_up_s` counts from the machine's start `boot_id`."""

    request: TakeTicket
    is_large: bool
    boot_id: str
    since_up_s: float
    given: Given | None = None
