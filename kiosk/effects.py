"""What the kiosk does about it; done in the order in which they are given."""

from dataclasses import dataclass, field

from kiosk.spare import SpareBook
from kiosk.speech.utterance import Utterance
from kiosk.underway import UnderWay
from wire.answers import Ticket
from wire.commands import Command
from wire.devices import Job


@dataclass(frozen=True, slots=True)
class Ask:
    """Send a command; its end comes back as `Answered`."""

    command: Command


@dataclass(frozen=True, slots=True)
class PrintTicket:
    """Put a ticket on paper; its end comes back as `PaperCame`."""

    job_id: str
    ticket: Ticket
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class PrintOther:
    """Put a referral card or a test page on paper."""

    job: Job


@dataclass(frozen=True, slots=True)
class KeepSpares:
    """Put the spare numbers on disk for good; `is_new` asks for a `SpareKept` afterwards."""

    book: SpareBook
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Remember:
    """Note what is under way, so that a crash does not lose it; None: nothing."""

    under_way: UnderWay | None


@dataclass(frozen=True, slots=True)
class Note:
    """Write a line in the log."""

    text: str


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Compare with the PIN of the branch; its end comes back as `PinChecked`."""

    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LookAround:
    """See how the machine is; comes back as `LookedAround`."""


@dataclass(frozen=True, slots=True)
class TakeNewRoll:
    """Count from a new roll of paper."""


@dataclass(frozen=True, slots=True)
class Restart:
    """End the program in good order, to be started again from outside."""


@dataclass(frozen=True, slots=True)
class Say:
    """Say these one after another, at once; each comes back as `Spoke`, their end as `FellSilent`."""

    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop speaking."""


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Speak so loud from now on."""

    percent: int


Effect = (
    Ask
    | PrintTicket
    | PrintOther
    | KeepSpares
    | Remember
    | Note
    | CheckPin
    | LookAround
    | TakeNewRoll
    | Restart
    | Say
    | Hush
    | SetVolume
)
