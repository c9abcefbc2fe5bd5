"""What was tapped so far about a visit or about help without a ticket; pure."""

from dataclasses import dataclass, field, replace
from typing import Final

import msgspec

from wire.commands import Question
from wire.payload import FAULTS

FIELDS: Final = ("topic", "outcome", "organisation", "referred_to", "need", "course")
BOUND: Final = {"organisation": "helped", "referred_to": "referred", "course": "course"}
"""What is asked after one outcome only; another outcome makes it go."""

QUESTIONS_MOST: Final = 20


class NotTappable(Exception):  # noqa: N818 - it says what was tapped
    """There is nothing of that name to tap."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The taps for one visit; `about` tells which, or that it is help without a ticket."""

    about: str = ""
    channel: str = ""
    taps: dict[str, str] = field(default_factory=dict)
    done: tuple[Question, ...] = ()

    def tap(self, name: str, value: str) -> "Draft":
        """Choose a value, or take it back where it was chosen.

        Raises:
            NotTappable: there is no such field, or no such value.
        """
        if name == "channel":
            return replace(self, channel="" if self.channel == value else value)
        if name not in FIELDS:
            raise NotTappable(name)
        taps = {key: kept for key, kept in self.taps.items() if key != name}
        if self.taps.get(name) != value:
            taps[name] = value
        outcome = taps.get("outcome")
        taps = {key: kept for key, kept in taps.items() if BOUND.get(key, outcome) in {outcome, None}}
        _question({"outcome": "helped", **taps})
        return replace(self, taps=taps)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What can be sent: every question that has an outcome."""
        return (*self.done, _question(self.taps))[:QUESTIONS_MOST] if "outcome" in self.taps else self.done

    def another(self) -> "Draft":
        """Begin with the next question of the same visitor; the one before stays."""
        questions = self.questions
        return self if questions == self.done else replace(self, taps={}, done=questions)


def _question(taps: dict[str, str]) -> Question:
    try:
        return msgspec.convert(taps, Question)
    except FAULTS as fault:
        raise NotTappable(str(fault)) from fault
