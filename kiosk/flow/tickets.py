"""From a wish to a number, with the hub or without."""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET
from msgspec.structs import replace as changed

from kiosk.effects import Ask, Effect, KeepSpares, Note, PrintTicket, Remember
from kiosk.events import Answered, Now, PaperCame
from kiosk.flow.telling import Telling
from kiosk.spare import Spare, SpareBook
from kiosk.stages import Asking, HasNumber, NoTicket, Outcome, Session, Stage, Start, number_of, with_number
from kiosk.underway import Given, UnderWay
from runtime.settings.model import Kiosk, Settings
from wire.answers import Answer, Refused, Ticket
from wire.commands import TakeTicket
from wire.times import at_text

RESTARTED: Final = "kiosk-restarted"
MOST_SPARES: Final = 1000
MANY, MANY_WITHIN_S = 3, 60.0
"""After so many numbers in so short a time the kiosk asks first: a child may be pressing."""

BROKER_WAIT_S: Final = 5.0
UNKNOWN_BEFORE: Final = -1
"""The people before a spare number: the hub counts them, and it is away."""


class Tickets:
    """The tickets that one kiosk gives; what is under way is remembered over a crash."""

    def __init__(
        self, settings: Settings, kiosk: Kiosk, telling: Telling, boot_id: str, new_id: Callable[[], str]
    ) -> None:
        self._zone = ZoneInfo(settings.branch.time_zone)
        self._first_line = settings.lines[0].id if settings.lines else ""
        self._kiosk = kiosk
        self._telling = telling
        self._boot_id = boot_id
        self._new_id = new_id
        self._under_way: UnderWay | None = None
        self._new_book: SpareBook | None = None
        self._given_s: tuple[float, ...] = ()

    def gave_many(self, now: Now) -> bool:
        """Whether so many numbers went just now that the next one is asked about first."""
        return sum(now.up_s - given_s < MANY_WITHIN_S for given_s in self._given_s) >= MANY

    def ask(self, topic_id: str, session: Session, now: Now) -> Outcome:
        """Ask the hub for a ticket, of a topic or of none."""
        request = TakeTicket(
            request_id=self._new_id(),
            device=self._kiosk.device,
            topic=topic_id or UNSET,
            language=session.language,
        )
        under_way = UnderWay(request=request, is_large=session.is_large, boot_id=self._boot_id, since_up_s=now.up_s)
        return Outcome((self._remember(under_way), Ask(request)), Asking(request, session.stage, now.up_s))

    def ask_when_possible(self, asking: Asking, now: Now, *, is_connected: bool) -> Outcome:
        """Ask what was asked before a crash, once the broker is there or it has taken too long."""
        if asking.is_sent or not (is_connected or now.up_s - asking.since_s >= BROKER_WAIT_S):
            return Outcome()
        return Outcome((Ask(asking.request),), replace(asking, is_sent=True))

    def answered(self, asking: Asking, event: Answered, now: Now) -> Outcome:
        """What came of asking for a ticket."""
        match event.answer:
            case Answer(ticket=Ticket() as ticket, walk_to=desk):
                return self._give(ticket, now, walk_to=desk or "")
            case Refused(refusal=refusal):
                return Outcome((self._remember(None),), NoTicket(refusal.code))
            case _:
                return self._new_spare(asking, now)

    def spare_kept(self, now: Now, *, is_kept: bool) -> Outcome:
        """The spare number is on disk and may be given, or it is not and may not."""
        book, self._new_book = self._new_book, None
        if book is None:
            return Outcome()
        if not is_kept:
            return self._no_spare("a spare number could not be kept on disk, so none was given")
        self._telling.spares.book = book
        return self._give_spare(book.waiting[-1], now)

    def paper_came(self, came: PaperCame, stage: Stage) -> Outcome:
        """What became of the visitor's own paper."""
        has = number_of(stage)
        if has is None or has.job_id != came.job_id:
            return Outcome()
        shown = with_number(stage, replace(has, paper=came.paper, cause=came.cause))
        if self._under_way is None or self._under_way.given is None:
            return Outcome((), shown)
        given = changed(self._under_way.given, paper=came.paper)
        return Outcome((self._remember(changed(self._under_way, given=given)),), shown)

    def end(self) -> Outcome:
        """The visitor is done."""
        return Outcome((self._remember(None),)) if self._under_way else Outcome()

    def resume(self, under_way: UnderWay, now: Now) -> Outcome:
        """Go on with what a crash interrupted, while the visitor may still stand there."""
        self._under_way = under_way
        is_same_boot = under_way.boot_id == self._boot_id
        age_s = now.up_s - under_way.since_up_s if is_same_boot else inf
        is_there = age_s < self._kiosk.idle_seconds
        spare = self._telling.spares.book.find(under_way.request.request_id)
        if under_way.given:
            return self._resume_given(under_way.given, now, is_there=is_there)
        if spare and is_there:
            return self._give_spare(spare, now)
        return Outcome((), Asking(under_way.request, Start(), now.up_s, is_sent=False)) if is_there else self.end()

    def _resume_given(self, given: Given, now: Now, *, is_there: bool) -> Outcome:
        came = PaperCame(given.job_id, given.paper or "failed", None if given.paper else RESTARTED)
        effects: tuple[Effect, ...] = ()
        if given.paper is None:
            self._telling.papers.add(given.job_id, given.ticket.ticket_id, given.spare_of)
            effects = self._telling.paper_came(came, now)
        if not is_there:
            return Outcome((*effects, *self.end().effects))
        return Outcome(effects, HasNumber(given.ticket, given.job_id, given.spare_of, came.paper, came.cause))

    def _give(self, ticket: Ticket, now: Now, spare_of: str | None = None, walk_to: str = "") -> Outcome:
        job_id, is_large = self._new_id(), bool(self._under_way and self._under_way.is_large)
        self._given_s = (*self._given_s[1 - MANY :], now.up_s)
        self._telling.papers.add(job_id, ticket.ticket_id, spare_of)
        given = Given(ticket=ticket, job_id=job_id, spare_of=spare_of)
        remember = (
            (self._remember(changed(self._under_way, given=given, since_up_s=now.up_s)),) if self._under_way else ()
        )
        return Outcome(
            (*remember, PrintTicket(job_id, ticket, is_large)), HasNumber(ticket, job_id, spare_of, walk_to=walk_to)
        )

    def _new_spare(self, asking: Asking, now: Now) -> Outcome:
        book, today = self._telling.spares.book, now.wall.astimezone(self._zone).date()
        if len(book.waiting) >= MOST_SPARES:
            return self._no_spare(f"{MOST_SPARES} spare numbers wait to be handed in, so no more are given")
        count = book.next_count(today)
        self._new_book = book.with_new(self._spare(asking.request, count, now), count, today)
        return Outcome((KeepSpares(self._new_book, is_new=True),))

    def _spare(self, request: TakeTicket, count: int, now: Now) -> Spare:
        return Spare(
            number=f"{self._kiosk.spare_letter}{count}",
            request_id=self._new_id(),
            instead_of=request.request_id,
            topic=request.topic or None,
            language=request.language or "",
            boot_id=self._boot_id,
            taken_up_s=now.up_s,
            taken_at=now.wall,
        )

    def _give_spare(self, spare: Spare, now: Now) -> Outcome:
        ticket = Ticket(
            ticket_id="",
            number=spare.number,
            line=self._first_line,
            topic=spare.topic,
            language=spare.language,
            fetch_me=spare.wants_fetch,
            taken_at=at_text(spare.taken_at),
            people_before=UNKNOWN_BEFORE,
            state="waiting",
        )
        return self._give(ticket, now, spare.instead_of)

    def _no_spare(self, why: str) -> Outcome:
        return Outcome((self._remember(None), Note(why)), NoTicket("storage-failed"))

    def _remember(self, under_way: UnderWay | None) -> Remember:
        self._under_way = under_way
        return Remember(under_way)
