"""Where a visitor is."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from kiosk.effects import Effect
from kiosk.view import Place
from wire.answers import Ticket
from wire.commands import Paper, TakeTicket
from wire.refusals import RefusalCode

SLOW_IDLE_S: Final = 120.0
"""Who needs large letters, or listens, gets more time."""

Mode = Literal["touch", "reading", "blind", "keys"]
"""How a visitor is helped: by touch alone, read to, led by voice, or led by a silent focus."""


@dataclass(frozen=True, slots=True)
class Start:
    """The first screen."""


@dataclass(frozen=True, slots=True)
class SecondLevel:
    """The topics under one topic."""

    topic_id: str


@dataclass(frozen=True, slots=True)
class ClosedTopic:
    """A topic whose line is closed now: its hours, and a number for the general line."""

    topic_id: str


@dataclass(frozen=True, slots=True)
class Languages:
    """Choosing a language; `before` is where it leads back to."""

    before: "Stage"


@dataclass(frozen=True, slots=True)
class About:
    """Reading what this kiosk can do, and what it cannot; `before` is where it leads back to."""

    before: "Stage"


@dataclass(frozen=True, slots=True)
class Listen:
    """Asking whether to speak; `before` is where it leads back to, `language` what was spoken there."""

    before: "Stage"
    language: str


@dataclass(frozen=True, slots=True)
class Another:
    """Asking whether this is a wish for one more number, as several were given just now."""

    topic_id: str
    before: "Stage"


@dataclass(frozen=True, slots=True)
class Asking:
    """A ticket was asked for; `is_sent` is False until the broker is there."""

    request: TakeTicket
    before: "Stage"
    since_s: float
    is_sent: bool = True


@dataclass(frozen=True, slots=True)
class HasNumber:
    """The visitor has a number; a spare one has an empty `ticket_id` until it is handed in."""

    ticket: Ticket
    job_id: str
    spare_of: str | None = None
    paper: Paper | None = None
    cause: str | None = None
    own_language: bool = False
    walk_to: str = ""
    """The desk to which the visitor may walk at once, if there is one."""


@dataclass(frozen=True, slots=True)
class NoTicket:
    """The hub refused, or the kiosk cannot keep a spare number."""

    code: RefusalCode


Stage = Start | SecondLevel | ClosedTopic | Languages | About | Listen | Another | Asking | HasNumber | NoTicket


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do, and where the visitor is then; without a stage that stays as it was."""

    effects: tuple[Effect, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One visitor at the kiosk, with all that belongs to that visitor alone.

    By the machine's own clock: `touched_s` is when something was done last, `chosen_s` when a choice was made or
    another screen came. `focus` is what is marked, `caption` what is said besides the screen.
    """

    language: str
    stage: Stage = Start()
    is_large: bool = False
    is_high_contrast: bool = False
    is_low: bool = False
    mode: Mode = "touch"
    volume: int = 55
    focus: Place | None = None
    caption: str = ""
    page: int = 0
    is_unplugged: bool = False
    touched_s: float = 0.0
    chosen_s: float = 0.0
    is_warned: bool = False

    def is_like(self, other: "Session") -> bool:
        """Whether they differ in nothing but the time."""
        return replace(self, touched_s=0.0, chosen_s=0.0) == replace(other, touched_s=0.0, chosen_s=0.0)

    def idle_s(self, idle_seconds: float) -> float:
        """After how long without a touch it ends."""
        is_slow = self.is_large or self.mode in ("reading", "blind")
        return max(idle_seconds, SLOW_IDLE_S) if is_slow else idle_seconds


def number_of(stage: Stage) -> HasNumber | None:
    """The number that the visitor has, also while choosing a language, reading or being asked something."""
    if isinstance(stage, Languages | About | Listen):
        return number_of(stage.before)
    return stage if isinstance(stage, HasNumber) else None


def with_number(stage: Stage, has: HasNumber) -> Stage:
    """The stage with the visitor's number as it is now."""
    if isinstance(stage, Languages | About | Listen):
        return replace(stage, before=with_number(stage.before, has))
    return has
