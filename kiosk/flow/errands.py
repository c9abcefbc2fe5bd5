"""What the hub must hear in the end: commands that are repeated until it answers."""

from dataclasses import dataclass
from typing import Final

from wire.answers import Answer, NoAnswer, Refused
from wire.commands import Command

RETRY_S: Final = 5.0
GIVE_UP_S: Final = 600.0
MOST: Final = 100


@dataclass(slots=True)
class _Errand:
    command: Command
    since_s: float
    next_s: float


class Errands:
    """One after the other, so that a later wish never overtakes an earlier one."""

    def __init__(self) -> None:
        self._waiting: list[_Errand] = []
        self._out: str | None = None

    def add(self, command: Command, now_s: float) -> None:
        """Take a command on; beyond the most the oldest is given up."""
        self._waiting = [*self._waiting, _Errand(command, now_s, now_s)][-MOST:]

    def next(self, now_s: float) -> Command | None:
        """The command to send now, if any."""
        self._waiting = [errand for errand in self._waiting if now_s - errand.since_s < GIVE_UP_S]
        if self._out or not self._waiting or now_s < self._waiting[0].next_s:
            return None
        self._out = self._waiting[0].command.request_id
        return self._waiting[0].command

    def take(self, request_id: str, answer: Answer | Refused | NoAnswer, now_s: float) -> Command | None:
        """The command that came to its end by this answer; None if it was none of these, or is to be repeated."""
        if request_id != self._out:
            return None
        self._out = None
        ended = next((errand for errand in self._waiting if errand.command.request_id == request_id), None)
        if ended is None:
            return None
        if isinstance(answer, NoAnswer):
            ended.next_s = now_s + RETRY_S
            return None
        self._waiting.remove(ended)
        return ended.command

    @property
    def next_s(self) -> float | None:
        """When there is something to send, if anything waits."""
        return None if self._out or not self._waiting else self._waiting[0].next_s
