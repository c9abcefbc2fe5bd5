"""What is true now: tickets, desks, calls and visits of the open day. Only `apply` changes it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from queueing.commands import Paper, Question
from queueing.order import Waiting

TicketState = Literal["waiting", "calling", "at-desk", "parked", "missed", "done", "withdrawn"]
DeskState = Literal["closed", "paused", "free", "calling", "visit"]
CallState = Literal["calling", "at-desk", "past", "taken-back"]

UNDO_WITHIN = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Ticket:
    """One number of today and where it is."""

    id: str
    number: str
    line: str
    topic: str | None
    language: str
    own_language: bool
    fetch_me: bool
    taken_at: datetime
    sequence: int
    """Order of taking, for two of the same millisecond."""
    device: str
    state: TicketState = "waiting"
    brought_back: int | None = None
    """Order of bringing back; None: by arrival."""
    paper: Paper | None = None
    moves: int = 0
    """How often it changed place."""

    @property
    def heard_too(self) -> str | None:
        """The language that its calls sound in besides the branch's first."""
        return self.language if self.own_language else None

    @property
    def place(self) -> tuple[int, int, datetime, int]:
        """Sorts a line: brought back in that order, then by arrival."""
        if self.brought_back is not None:
            return (0, self.brought_back, self.taken_at, self.sequence)
        return (1, 0, self.taken_at, self.sequence)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of one ticket to one desk, for everybody to see."""

    id: str
    ticket_id: str
    number: str
    desk: str
    called_at: datetime
    own_language: str | None
    """The visitor's, if it was asked for."""
    origin: tuple[TicketState, int | None]
    """State and place by bringing back, for when the call is taken back."""
    times_called: int = 1
    state: CallState = "calling"


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that ended today; registered once it has questions."""

    id: str
    ended_at: datetime
    line: str | None
    topic: str | None
    channel: str
    questions: tuple[Question, ...] = ()

    @property
    def is_registered(self) -> bool:
        """Whether its outcome is known."""
        return bool(self.questions)


@dataclass(frozen=True, slots=True)
class Undo:
    """What a desk's last action replaced, and what it left: undone only where that still stands."""

    at: datetime
    desk: "Desk"
    left: tuple[DeskState, str | None]
    tickets: tuple[Ticket, ...]
    moves: tuple[int, ...]
    """Of the tickets, as the action left them."""
    calls: tuple[Call, ...] = ()
    has_changed_topic: bool = False
    made_call: str | None = None
    made_visit: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """A place where visitors are helped."""

    id: str
    lines: tuple[str, ...]
    state: DeskState = "closed"
    ticket_id: str | None = None
    call_id: str | None = None
    undo: Undo | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What staff said about the giving of numbers."""

    is_open: bool
    notice: str | None
    until: datetime | None = None


@dataclass
class Picture:
    """The open day. Its parts are values: a change puts another in their place."""

    desks: dict[str, Desk]
    day: date | None = None
    last_day: date | None = None
    is_closed_by_staff: bool = False
    opened_at: datetime | None = None
    opened_uptime_s: float = 0.0
    counters: dict[str, int] = field(default_factory=dict)
    spares: set[tuple[str, str]] = field(default_factory=set)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    ticket_of_request: dict[str, str] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    """By time of calling, the latest last."""
    visits: dict[str, Visit] = field(default_factory=dict)
    helped: set[str] = field(default_factory=set)
    """Visits of a ticket."""
    unregistered: dict[str, None] = field(default_factory=dict)
    """Visits whose outcome is unknown, in order of ending."""
    aside: dict[str, dict[str, None]] = field(default_factory=lambda: {"parked": {}, "missed": {}})
    """Tickets by the state that keeps them out of their line, in order of setting aside."""
    waiting: Waiting = field(default_factory=Waiting)
    intake: Intake | None = None
    coming_since: datetime | None = None
    sequence: int = 0

    def next_sequence(self) -> int:
        """Count on, for orders that times cannot tell."""
        self.sequence += 1
        return self.sequence

    def put(self, ticket: Ticket) -> None:
        """Put a ticket in place of what it was, and in or out of its line."""
        before = self.tickets.get(ticket.id)
        if before and before.state == "waiting":
            self.waiting.remove(before.line, before.place, before.id)
        elif before and before.state in self.aside and before.state != ticket.state:
            del self.aside[before.state][before.id]
        if ticket.state == "waiting":
            self.waiting.add(ticket.line, ticket.place, ticket.id)
        elif ticket.state in self.aside:
            self.aside[ticket.state][ticket.id] = None
        self.tickets[ticket.id] = ticket

    def sound(self, call: Call) -> None:
        """Make a call the latest, be it new or sounded again."""
        self.calls.pop(call.id, None)
        self.calls[call.id] = call

    def end_visit(self, visit: Visit) -> None:
        """Add a visit, or put it in place of what it was."""
        self.visits[visit.id] = visit
        if visit.channel == "ticket":
            self.helped.add(visit.id)
        if visit.is_registered:
            self.unregistered.pop(visit.id, None)
        else:
            self.unregistered[visit.id] = None

    def drop_visit(self, visit_id: str) -> None:
        """Take a visit back."""
        del self.visits[visit_id]
        self.helped.discard(visit_id)
        self.unregistered.pop(visit_id, None)

    def begin(self, day: date | None) -> None:
        """Forget a day's tickets; with a new date also its counters."""
        self.day = day
        self.tickets.clear()
        self.ticket_of_request.clear()
        self.calls.clear()
        self.visits.clear()
        self.unregistered.clear()
        self.helped.clear()
        self.aside = {"parked": {}, "missed": {}}
        self.waiting = Waiting()
        self.intake = None
        self.coming_since = None
        self.desks = {name: Desk(name, desk.lines) for name, desk in self.desks.items()}
