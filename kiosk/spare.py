"""Spare numbers: what the kiosk gives by itself while the hub is away, and hands in later."""

from datetime import date, datetime

from msgspec import UNSET, Struct
from msgspec.structs import replace

from wire.commands import Paper, TakeTicket

_LONGEST_AGO_S = 36 * 3600.0


class Spare(Struct, frozen=True, kw_only=True):
    """A number that the hub does not know yet; `taken_up_s` counts from the machine's start `boot_id`.

    `instead_of` is the request that nobody answered, and tells spares apart. `ago_s`, `fetch_me` and `own_language` are
    what the hub was told the first time: a repeat of a request says the same.
    `wants_fetch` and `wants_own_language` are what the visitor wants by now.
    """

    number: str
    request_id: str
    instead_of: str
    topic: str | None
    language: str
    fetch_me: bool = False
    wants_fetch: bool = False
    own_language: bool = False
    wants_own_language: bool = False
    boot_id: str
    taken_up_s: float
    taken_at: datetime
    ago_s: float | None = None
    paper: Paper | None = None
    cause: str | None = None

    def seconds_ago(self, boot_id: str, up_s: float, wall: datetime) -> float:
        """How long ago it was given; after a restart of the machine at least as long as that is ago."""
        if boot_id == self.boot_id:
            return max(0.0, up_s - self.taken_up_s)
        by_wall = (wall - self.taken_at).total_seconds()
        return max(up_s, by_wall) if by_wall <= _LONGEST_AGO_S else up_s

    def as_command(self, device: str) -> TakeTicket:
        """The command that hands it in."""
        return TakeTicket(
            request_id=self.request_id,
            device=device,
            topic=self.topic or UNSET,
            language=self.language,
            own_language=self.own_language or UNSET,
            fetch_me=self.fetch_me or UNSET,
            spare_number=self.number,
            taken_ago_s=round(self.ago_s or 0.0, 1),
            instead_of=self.instead_of,
        )


class SpareBook(Struct, frozen=True, kw_only=True):
    """How many were given on a date, and those that wait to be handed in, oldest first."""

    day: date | None = None
    given: int = 0
    waiting: tuple[Spare, ...] = ()

    def next_count(self, today: date) -> int:
        """The count of the next number; a clock that jumps back goes on counting."""
        return 1 if self.day is None or today > self.day else self.given + 1

    def with_new(self, spare: Spare, count: int, today: date) -> "SpareBook":
        """The book with one number more."""
        day = today if self.day is None else max(today, self.day)
        return SpareBook(day=day, given=count, waiting=(*self.waiting, spare))

    def with_changed(self, spare: Spare) -> "SpareBook":
        """The book with this spare as it is now."""
        return replace(
            self, waiting=tuple(spare if old.instead_of == spare.instead_of else old for old in self.waiting)
        )

    def without(self, spare: Spare) -> "SpareBook":
        """The book without it: it was handed in, or never can be."""
        return replace(self, waiting=tuple(old for old in self.waiting if old.instead_of != spare.instead_of))

    def find(self, instead_of: str) -> Spare | None:
        """The waiting spare of that unanswered request."""
        return next((spare for spare in self.waiting if spare.instead_of == instead_of), None)
