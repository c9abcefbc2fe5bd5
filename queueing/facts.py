"""What happened. Past tense, complete enough to be replayed without the clock or the branch file."""

from dataclasses import dataclass
from datetime import date, datetime

from queueing.commands import Paper, Question, Reason


@dataclass(frozen=True, slots=True)
class Fact:
    """Anything that happened, and when by the hub's clock."""

    at: datetime


@dataclass(frozen=True, slots=True)
class DayOpened(Fact):
    """A day began; opened again on its own date, its counters go on."""

    day: date
    uptime_s: float


@dataclass(frozen=True, slots=True)
class DayClosed(Fact):
    """A day ended. Of its tickets only the counters and used spare numbers stay, until the date changes."""

    day: date
    is_by_staff: bool
    counters: dict[str, int]
    spares: tuple[tuple[str, str], ...]
    """Device and spare number."""


@dataclass(frozen=True, slots=True)
class IntakeClosed(Fact):
    """Staff stopped the giving of numbers."""

    notice: str | None


@dataclass(frozen=True, slots=True)
class IntakeOpened(Fact):
    """Staff opened the giving of numbers."""

    notice: str | None
    until: datetime | None
    """The next opening or closing time; None: the end of the day."""


@dataclass(frozen=True, slots=True)
class Acknowledged(Fact):
    """Somebody said: I am coming."""

    desk: str | None


@dataclass(frozen=True, slots=True)
class SpareUsedUp(Fact):
    """A spare number was handed in for a ticket that had been called already, and became no ticket."""

    device: str
    number: str


@dataclass(frozen=True, slots=True)
class TicketFact(Fact):
    """Something happened to one ticket."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketTaken(TicketFact):
    """A number was given."""

    number: str
    count: int | None
    """The line's counter; None for a spare number."""
    line: str
    topic: str | None
    language: str
    own_language: bool
    fetch_me: bool
    device: str
    taken_at: datetime
    """Earlier than `at` for a spare number."""
    request_id: str


@dataclass(frozen=True, slots=True)
class FetchMeChanged(TicketFact):
    """The visitor asked to be fetched, or no longer."""

    fetch_me: bool


@dataclass(frozen=True, slots=True)
class OwnLanguageChanged(TicketFact):
    """The visitor asked to be called in the ticket's language too, or no longer."""

    own_language: bool


@dataclass(frozen=True, slots=True)
class TicketWithdrawn(TicketFact):
    """The visitor gave up the place, or holds another number for it."""


@dataclass(frozen=True, slots=True)
class PaperReported(TicketFact):
    """A kiosk said what became of the paper."""

    device: str
    paper: Paper
    cause: str | None
    job_id: str | None


@dataclass(frozen=True, slots=True)
class TicketBroughtBack(TicketFact):
    """A missed or parked ticket became next in its line."""


@dataclass(frozen=True, slots=True)
class PrintOrdered(Fact):
    """Staff asked a printer for a ticket or a card."""

    job_id: str
    device: str
    ticket_id: str | None = None
    partner: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class DeskFact(Fact):
    """Something happened at one desk."""

    desk: str


@dataclass(frozen=True, slots=True)
class DeskOpened(DeskFact):
    """A desk opened, or took other lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskPaused(DeskFact):
    """A desk stopped calling for a while."""


@dataclass(frozen=True, slots=True)
class DeskResumed(DeskFact):
    """A desk went on."""


@dataclass(frozen=True, slots=True)
class DeskClosed(DeskFact):
    """A desk closed: its call was taken back, or its visit ended unregistered."""

    ticket_id: str | None
    visit_id: str | None


@dataclass(frozen=True, slots=True)
class AtDesk(DeskFact):
    """Something happened to the ticket at a desk."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketCalled(AtDesk):
    """A ticket was called; a visit that was going on ended unregistered."""

    call_id: str
    reason: Reason | None
    """None: it was the next."""
    visit_id: str | None


@dataclass(frozen=True, slots=True)
class TicketRecalled(AtDesk):
    """The same call sounded again."""


@dataclass(frozen=True, slots=True)
class VisitStarted(AtDesk):
    """The visitor came to the desk."""


@dataclass(frozen=True, slots=True)
class TicketMissed(AtDesk):
    """Nobody came."""


@dataclass(frozen=True, slots=True)
class TicketParked(AtDesk):
    """The ticket was set aside."""


@dataclass(frozen=True, slots=True)
class TicketTransferred(AtDesk):
    """The ticket went to another line."""

    line: str
    topic: str | None


@dataclass(frozen=True, slots=True)
class TopicCorrected(AtDesk):
    """Staff said what it is really about."""

    topic: str


@dataclass(frozen=True, slots=True)
class VisitFinished(AtDesk):
    """A visit ended; without questions it is not registered."""

    visit_id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class ActionUndone(DeskFact):
    """The desk's last action was taken back with all that it did."""

    ticket_id: str | None
    """The ticket that it was about; None where a desk without one was closed."""


@dataclass(frozen=True, slots=True)
class VisitRegistered(Fact):
    """An ended visit got its outcome, or another one."""

    visit_id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class QuestionRegistered(Fact):
    """Help without a ticket was written down."""

    visit_id: str
    channel: str
    questions: tuple[Question, ...]
