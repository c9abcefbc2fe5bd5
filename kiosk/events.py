"""What happens to the kiosk: what visitors, the hub, the printer and the clock did."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.service.facts import Facts
from kiosk.service.pin import Verdict
from kiosk.speech.utterance import Utterance
from kiosk.view import Control, Place
from wire.answers import Answer, NoAnswer, Refused
from wire.commands import Paper
from wire.devices import Job, PrinterState
from wire.state import Menu

Key = Literal["next", "previous", "first", "last", "choose", "back", "repeat", "quieter", "louder", "stop"]


@dataclass(frozen=True, slots=True)
class Now:
    """A moment, twice: seconds since the machine started, sleep included, and the wall clock, aware."""

    up_s: float
    wall: datetime


@dataclass(frozen=True, slots=True)
class Touched:
    """The visitor lifted a finger from a control."""

    control: Control


@dataclass(frozen=True, slots=True)
class MenuArrived:
    """The hub said what there is to choose."""

    menu: Menu


@dataclass(frozen=True, slots=True)
class Answered:
    """A command came to its end."""

    request_id: str
    answer: Answer | Refused | NoAnswer


@dataclass(frozen=True, slots=True)
class SpareKept:
    """The spare number that was asked to be kept is on disk, or it is not."""

    is_kept: bool


@dataclass(frozen=True, slots=True)
class PaperCame:
    """What became of a print."""

    job_id: str
    paper: Paper
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class PrinterChanged:
    """The printer is in another state."""

    state: PrinterState


@dataclass(frozen=True, slots=True)
class HubHeard:
    """The hub said how it is."""

    is_offline: bool


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The broker is there, or it went away."""

    is_connected: bool


@dataclass(frozen=True, slots=True)
class JobArrived:
    """The hub wants something printed."""

    job: Job


@dataclass(frozen=True, slots=True)
class CornerTouched:
    """A finger came to rest on the hidden corner, or it left."""

    is_held: bool


@dataclass(frozen=True, slots=True)
class PinChecked:
    """What came of a `CheckPin`."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LookedAround:
    """How the machine is."""

    facts: Facts


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key of the keypad went down; holding it does not repeat it."""

    key: Key


@dataclass(frozen=True, slots=True)
class HeadsetChanged:
    """A headset was plugged in, or pulled out."""

    is_in: bool


@dataclass(frozen=True, slots=True)
class FingerCame:
    """A finger came down, somewhere on the glass or on a key; what it does there is told after this."""


@dataclass(frozen=True, slots=True)
class HeldLong:
    """A finger rested on the glass for three seconds; nothing under it is chosen."""


@dataclass(frozen=True, slots=True)
class Explored:
    """A finger that explores came upon something."""

    place: Place


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who explores touched twice: that is a choice of what has the focus."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """The voice began to say this one of the utterances of the last `Say`."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class FellSilent:
    """The voice came to the end of the last `Say` by itself."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time passed."""


Event = (
    Touched
    | MenuArrived
    | Answered
    | SpareKept
    | PaperCame
    | PrinterChanged
    | HubHeard
    | LinkChanged
    | JobArrived
    | CornerTouched
    | PinChecked
    | LookedAround
    | KeyPressed
    | HeadsetChanged
    | FingerCame
    | HeldLong
    | Explored
    | Chosen
    | Spoke
    | FellSilent
    | Ticked
)
