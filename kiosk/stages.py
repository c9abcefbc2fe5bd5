"""Where a visitor is."""

from dataclasses import dataclass
from typing import Final

from kiosk.effects import Effect
from wire.answers import Ticket
from wire.commands import Paper, TakeTicket
from wire.refusals import RefusalCode

LARGE_IDLE_S: Final = 120.0
"""Who needs large letters gets more time."""


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


@dataclass(frozen=True, slots=True)
class NoTicket:
    """The hub refused, or the kiosk cannot keep a spare number."""

    code: RefusalCode


Stage = Start | SecondLevel | ClosedTopic | Languages | Asking | HasNumber | NoTicket


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do, and where the visitor is then; without a stage that stays as it was."""

    effects: tuple[Effect, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One visitor at the kiosk; `touched_s` is when, by the machine's own clock."""

    language: str
    stage: Stage = Start()
    is_large: bool = False
    touched_s: float = 0.0
    is_warned: bool = False

    def is_fresh(self, language: str) -> bool:
        """Whether it is as a new visitor finds it."""
        return self.stage == Start() and self.language == language and not self.is_large

    def idle_s(self, idle_seconds: float) -> float:
        """After how long without a touch it ends."""
        return max(idle_seconds, LARGE_IDLE_S) if self.is_large else idle_seconds


def number_of(stage: Stage) -> HasNumber | None:
    """The number that the visitor has, also while choosing a language."""
    if isinstance(stage, Languages):
        return number_of(stage.before)
    return stage if isinstance(stage, HasNumber) else None


def with_number(stage: Stage, has: HasNumber) -> Stage:
    """The stage with the visitor's number as it is now."""
    return Languages(with_number(stage.before, has)) if isinstance(stage, Languages) else has
