"""What clients ask of the hub: one class a command, decoded strictly."""

from datetime import date
from functools import cache
from typing import Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

from wire.names import AnyId, Name, RandomId, SpareNumber, TicketNumber
from wire.payload import FAULTS

Paper = Literal["printed", "processed", "sent", "failed"]
Reason = Literal["fetch-me", "leaving", "referred", "returned", "other"]
Channel = Literal["desk", "phone", "outreach"]
Outcome = Literal["helped", "referred", "course", "comes-back"]
Need = Literal["do-together", "is-it-real", "look-along", "explain-letter", "find-way", "encourage"]
Course = Literal["language", "digital", "maths", "other"]
Period = Literal["day", "month", "quarter", "year"]
Audience = Literal["internal", "public"]
Seconds = Annotated[float, Meta(ge=0)]


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question of a visit and what came of it; all but the outcome may be left out."""

    outcome: Outcome
    topic: Name | UnsetType = UNSET
    organisation: Name | UnsetType = UNSET
    referred_to: Name | UnsetType = UNSET
    need: Need | UnsetType = UNSET
    course: Course | UnsetType = UNSET


Questions = Annotated[tuple[Question, ...], Meta(min_length=1, max_length=20)]
Lines = Annotated[tuple[Name, ...], Meta(min_length=1, max_length=40)]


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every command has: an id that makes it count once."""

    request_id: RandomId


class TakeTicket(Command, frozen=True, kw_only=True):
    """A visitor wants a number; with a spare number: hands in one that the kiosk gave by itself."""

    device: Name
    topic: Name | UnsetType = UNSET
    line: Name | UnsetType = UNSET
    language: Name | UnsetType = UNSET
    own_language: bool | UnsetType = UNSET
    fetch_me: bool | UnsetType = UNSET
    spare_number: SpareNumber | UnsetType = UNSET
    taken_ago_s: Seconds | UnsetType = UNSET
    instead_of: AnyId | UnsetType = UNSET

    def __post_init__(self) -> None:
        if self.taken_ago_s is not UNSET and self.spare_number is UNSET:
            raise ValueError("taken_ago_s without spare_number")


class FetchMe(Command, frozen=True, kw_only=True):
    """The visitor wants to be fetched, or no longer."""

    ticket_id: AnyId
    fetch_me: bool


class OwnLanguage(Command, frozen=True, kw_only=True):
    """The visitor wants to be called in the language of the ticket too, or no longer."""

    ticket_id: AnyId
    own_language: bool


class WithdrawTicket(Command, frozen=True, kw_only=True):
    """The visitor does not want the number any more."""

    ticket_id: AnyId


class ReportPrint(Command, frozen=True, kw_only=True):
    """What became of a ticket on paper."""

    ticket_id: AnyId
    device: Name
    paper: Paper
    cause: Name | UnsetType = UNSET
    job_id: AnyId | UnsetType = UNSET


class OpenDesk(Command, frozen=True, kw_only=True):
    """Somebody sits down at a desk, or changes which lines it serves."""

    desk: Name
    lines: Lines | UnsetType = UNSET


class PauseDesk(Command, frozen=True, kw_only=True):
    """The desk calls nobody for a while."""

    desk: Name


class ResumeDesk(Command, frozen=True, kw_only=True):
    """The desk calls again."""

    desk: Name


class CloseDesk(Command, frozen=True, kw_only=True):
    """Nobody is at the desk any more."""

    desk: Name


class Acknowledge(Command, frozen=True, kw_only=True):
    """Somebody saw that somebody waits, and comes."""

    desk: Name | UnsetType = UNSET


class CallNext(Command, frozen=True, kw_only=True):
    """Calls whoever is next for the desk."""

    desk: Name


class CallTicket(Command, frozen=True, kw_only=True):
    """Calls one chosen ticket, and says why that one."""

    desk: Name
    ticket_id: AnyId
    reason: Reason


class Recall(Command, frozen=True, kw_only=True):
    """Calls again whom the desk called."""

    desk: Name


class StartVisit(Command, frozen=True, kw_only=True):
    """The visitor who was called is here."""

    desk: Name


class MissTicket(Command, frozen=True, kw_only=True):
    """The visitor who was called did not come."""

    desk: Name


class ParkTicket(Command, frozen=True, kw_only=True):
    """Sets the desk's ticket aside until it is brought back."""

    desk: Name


class BringBack(Command, frozen=True, kw_only=True):
    """A missed or parked ticket is next in its line."""

    ticket_id: AnyId


class TransferTicket(Command, frozen=True, kw_only=True):
    """The desk's ticket moves to another line, with its number and its time of arrival."""

    desk: Name
    line: Name
    topic: Name | UnsetType = UNSET


class CorrectTopic(Command, frozen=True, kw_only=True):
    """The visit is about something else than was chosen."""

    desk: Name
    topic: Name


class FinishVisit(Command, frozen=True, kw_only=True):
    """The visit is over, and with questions it is registered at once."""

    desk: Name
    questions: Questions | UnsetType = UNSET


class RegisterVisit(Command, frozen=True, kw_only=True):
    """What a visit of today was about; replaces what was registered before."""

    visit_id: AnyId
    questions: Questions


class RegisterQuestion(Command, frozen=True, kw_only=True):
    """Help that was given without a ticket."""

    channel: Channel
    questions: Questions


class Undo(Command, frozen=True, kw_only=True):
    """Takes back the last action of the desk."""

    desk: Name


class CloseIntake(Command, frozen=True, kw_only=True):
    """No new tickets, with a notice from the branch file that says why."""

    notice: Name | UnsetType = UNSET


class OpenIntake(Command, frozen=True, kw_only=True):
    """New tickets again, whatever the hours."""

    notice: Name | UnsetType = UNSET


class CloseDay(Command, frozen=True, kw_only=True):
    """Ends the day."""


class OpenDay(Command, frozen=True, kw_only=True):
    """Begins the day, or opens the same one again."""


class PrintAgain(Command, frozen=True, kw_only=True):
    """Prints a ticket once more."""

    ticket_id: AnyId
    device: Name | UnsetType = UNSET


class PrintReferral(Command, frozen=True, kw_only=True):
    """Prints the way to a partner."""

    partner: Name
    language: Name | UnsetType = UNSET
    device: Name | UnsetType = UNSET


class Why(Command, frozen=True, kw_only=True):
    """Asks why a number was called when it was."""

    number: TicketNumber


class DaySheet(Command, frozen=True, kw_only=True):
    """Asks for the exact figures of the open day."""


class _OverDates(Command, frozen=True, kw_only=True):
    from_: date = field(name="from")
    to: date

    def __post_init__(self) -> None:
        if self.from_ > self.to:
            raise ValueError("from comes after to")


class Report(_OverDates, frozen=True, kw_only=True):
    """Asks for figures over local dates, both included."""

    by: Period | UnsetType = UNSET
    audience: Audience | UnsetType = UNSET


class ReportPublic(_OverDates, frozen=True, kw_only=True):
    """Asks for the figures that anybody may see."""

    by: Period | UnsetType = UNSET


COMMANDS: Final[dict[str, type[Command]]] = {
    "take-ticket": TakeTicket,
    "fetch-me": FetchMe,
    "own-language": OwnLanguage,
    "withdraw-ticket": WithdrawTicket,
    "report-print": ReportPrint,
    "open-desk": OpenDesk,
    "pause-desk": PauseDesk,
    "resume-desk": ResumeDesk,
    "close-desk": CloseDesk,
    "acknowledge": Acknowledge,
    "call-next": CallNext,
    "call-ticket": CallTicket,
    "recall": Recall,
    "start-visit": StartVisit,
    "miss-ticket": MissTicket,
    "park-ticket": ParkTicket,
    "bring-back": BringBack,
    "transfer-ticket": TransferTicket,
    "correct-topic": CorrectTopic,
    "finish-visit": FinishVisit,
    "register-visit": RegisterVisit,
    "register-question": RegisterQuestion,
    "undo": Undo,
    "close-intake": CloseIntake,
    "open-intake": OpenIntake,
    "close-day": CloseDay,
    "open-day": OpenDay,
    "print-again": PrintAgain,
    "print-referral": PrintReferral,
    "why": Why,
    "day-sheet": DaySheet,
    "report": Report,
    "report-public": ReportPublic,
}

_names: Final = {kind: name for name, kind in COMMANDS.items()}


class Undecodable(Exception):  # noqa: N818 - it says what the payload is
    """A payload that is no such command; `request_id` is there where it could still be read."""

    def __init__(self, request_id: str | None, reason: str) -> None:
        self.request_id = request_id
        # What a stranger sent stands in the reason: it goes into a log, on one line.
        self.reason = "".join(sign if sign.isprintable() else "?" for sign in reason[:200])
        super().__init__(self.reason)


class _Envelope(Struct, frozen=True):
    request_id: RandomId


def name_of(command: Command) -> str:
    """The name of a command on the wire."""
    return _names[type(command)]


def decode(name: str, payload: bytes) -> Command:
    """The command of that name in the payload.

    Raises:
        Undecodable: there is no such command, or this is none.
    """
    kind = COMMANDS.get(name)
    if kind is None:
        raise Undecodable(_request_id(payload), f"unknown command {name[:60]!r}")
    try:
        return _decoder(kind).decode(payload)
    except FAULTS as fault:
        raise Undecodable(_request_id(payload), str(fault)) from fault


@cache
def _decoder(kind: type[Command]) -> msgspec.json.Decoder[Command]:
    return msgspec.json.Decoder(kind)


def _request_id(payload: bytes) -> str | None:
    try:
        return msgspec.json.decode(payload, type=_Envelope).request_id
    except FAULTS:
        return None
