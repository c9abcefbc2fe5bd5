"""Handing in spare numbers: the oldest first, one at a time, never two for one visitor."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from kiosk.effects import Ask, Effect, KeepSpares, Note
from kiosk.events import Now
from kiosk.spare import Spare, SpareBook
from wire.answers import Answer, NoAnswer, Refused, Ticket
from wire.refusals import RefusalCode

RETRY_S: Final = 5.0

HOPELESS: Final[frozenset[RefusalCode]] = frozenset({"too-late", "day-closed", "bad-request"})
UNKNOWN_TOPIC: Final[RefusalCode] = "unknown-topic"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A spare number that is the hub's ticket now."""

    spare: Spare
    ticket: Ticket


class HandIn:
    """The spare numbers of this kiosk, and the one that is on its way to the hub."""

    def __init__(self, book: SpareBook, device: str, boot_id: str, new_id: Callable[[], str]) -> None:
        self.book = book
        self._device = device
        self._boot_id = boot_id
        self._new_id = new_id
        self._out: str | None = None
        self._next_s = 0.0

    @property
    def next_s(self) -> float | None:
        """When there is something to hand in, if anything waits."""
        return None if self._out or not self.book.waiting else self._next_s

    def next(self, now: Now) -> tuple[Effect, ...]:
        """Hand in the oldest, if it is time; what the hub is told is on disk before it is sent."""
        if self._out or not self.book.waiting or now.up_s < self._next_s:
            return ()
        spare = self.book.waiting[0]
        if spare.ago_s is None:
            ago_s = spare.seconds_ago(self._boot_id, now.up_s, now.wall)
            told = {"fetch_me": spare.wants_fetch, "own_language": spare.wants_own_language}
            spare = replace(spare, ago_s=ago_s, **told)
            self.book = self.book.with_changed(spare)
        self._out = spare.request_id
        return KeepSpares(self.book), Ask(spare.as_command(self._device))

    def take(
        self, request_id: str, answer: Answer | Refused | NoAnswer, now: Now
    ) -> tuple[HandedIn | None, tuple[Effect, ...]]:
        """What an answer to a hand-in means; nothing for any other."""
        if request_id != self._out:
            return None, ()
        self._out = None
        spare = next((each for each in self.book.waiting if each.request_id == request_id), None)
        if spare is None:
            return None, ()
        if isinstance(answer, Answer) and answer.ticket:
            self.book = self.book.without(spare)
            return HandedIn(spare, answer.ticket), (KeepSpares(self.book),)
        if isinstance(answer, Refused):
            return None, self._refused(spare, answer.refusal.code, now)
        self._next_s = now.up_s + RETRY_S
        return None, ()

    def change(self, spare: Spare) -> KeepSpares:
        """Note something about a waiting spare."""
        self.book = self.book.with_changed(spare)
        return KeepSpares(self.book)

    def _refused(self, spare: Spare, code: RefusalCode, now: Now) -> tuple[Effect, ...]:
        if code in HOPELESS:
            self.book = self.book.without(spare)
            return KeepSpares(self.book), Note(f"a spare number cannot be handed in any more: {code}")
        if code == UNKNOWN_TOPIC and spare.topic:
            return (self.change(replace(spare, topic=None, request_id=self._new_id(), ago_s=None)),)
        self._next_s = now.up_s + RETRY_S
        return ()
