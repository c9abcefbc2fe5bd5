"""What the branch can be asked to do. Imperative; a refusal or facts come of it."""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["printed", "processed", "sent", "failed"]
Reason = Literal["fetch-me", "leaving", "referred", "returned", "other"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a visit and what came of it; ids only, never free text."""

    outcome: str
    topic: str | None = None
    organisation: str | None = None
    referred_to: str | None = None
    need: str | None = None
    course: str | None = None


@dataclass(frozen=True, slots=True)
class TakeTicket:
    """Give a number; with `spare_number`, take in one that a kiosk gave by itself."""

    device: str
    topic: str | None = None
    line: str | None = None
    language: str | None = None
    own_language: bool = False
    fetch_me: bool = False
    spare_number: str | None = None
    taken_ago_s: float = 0.0
    instead_of: str | None = None
    """The request that may have been carried out unheard."""
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class FetchMe:
    """Ask staff to walk over, or take that back."""

    ticket_id: str
    fetch_me: bool


@dataclass(frozen=True, slots=True)
class OwnLanguage:
    """Ask to be called in the ticket's language too, or take that back."""

    ticket_id: str
    own_language: bool


@dataclass(frozen=True, slots=True)
class WithdrawTicket:
    """Give up a place."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class ReportPrint:
    """Say what became of the paper."""

    ticket_id: str
    device: str
    paper: Paper
    cause: str | None = None
    job_id: str | None = None


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """Start helping, or help other lines."""

    desk: str
    lines: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DeskCommand:
    """A command that names a desk and nothing else."""

    desk: str


class PauseDesk(DeskCommand):
    """Stop calling for a while."""


class ResumeDesk(DeskCommand):
    """Go on after a pause."""


class CloseDesk(DeskCommand):
    """Stop for today."""


class CallNext(DeskCommand):
    """Call whoever is next in the desk's lines."""


class Recall(DeskCommand):
    """Call the same ticket again."""


class StartVisit(DeskCommand):
    """The visitor is here."""


class MissTicket(DeskCommand):
    """Nobody came."""


class ParkTicket(DeskCommand):
    """Set the ticket aside."""


class Undo(DeskCommand):
    """Take back the desk's last action."""


@dataclass(frozen=True, slots=True)
class CallTicket:
    """Call a chosen ticket, for a reason."""

    desk: str
    ticket_id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Somebody saw that somebody waits."""

    desk: str | None = None


@dataclass(frozen=True, slots=True)
class BringBack:
    """Put a missed or parked ticket next in its line."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class TransferTicket:
    """Hand the ticket to another line, number and arrival kept."""

    desk: str
    line: str
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectTopic:
    """Say what the visit is really about."""

    desk: str
    topic: str


@dataclass(frozen=True, slots=True)
class FinishVisit:
    """End the visit, with or without its outcome."""

    desk: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterVisit:
    """Give an ended visit its outcome, or another one."""

    visit_id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class RegisterQuestion:
    """Write down help that was given without a ticket."""

    channel: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class CloseIntake:
    """Give no more numbers for now."""

    notice: str | None = None


@dataclass(frozen=True, slots=True)
class OpenIntake:
    """Give numbers again, whatever the hours."""

    notice: str | None = None


@dataclass(frozen=True, slots=True)
class CloseDay:
    """End the day before it ends by itself."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Open the day, or open it again."""


@dataclass(frozen=True, slots=True)
class PrintAgain:
    """Print a ticket once more."""

    ticket_id: str
    device: str | None = None


@dataclass(frozen=True, slots=True)
class PrintReferral:
    """Print a card for who goes on to a partner."""

    partner: str
    language: str | None = None
    device: str | None = None


Command = (
    TakeTicket | FetchMe | OwnLanguage | WithdrawTicket | ReportPrint | OpenDesk | DeskCommand | CallTicket
    | Acknowledge | BringBack | TransferTicket | CorrectTopic | FinishVisit | RegisterVisit | RegisterQuestion
    | CloseIntake | OpenIntake | CloseDay | OpenDay | PrintAgain | PrintReferral
)  # fmt: skip
