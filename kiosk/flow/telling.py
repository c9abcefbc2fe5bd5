"""What the hub still has to hear: spare numbers, what became of paper, and who wants to be fetched."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

from msgspec.structs import replace as changed

from kiosk.effects import Ask, Effect
from kiosk.events import Answered, Now, PaperCame
from kiosk.flow.errands import Errands
from kiosk.flow.handing_in import HandedIn, HandIn
from kiosk.flow.papers import Papers, SparePaper
from kiosk.spare import SpareBook
from kiosk.stages import HasNumber, Outcome, Stage, number_of, with_number
from wire.answers import Refused
from wire.commands import FetchMe, OwnLanguage


class Telling:
    """All that waits to be told; nothing is lost when the hub is away for a while."""

    def __init__(self, device: str, boot_id: str, new_id: Callable[[], str], book: SpareBook) -> None:
        self.spares = HandIn(book, device, boot_id, new_id)
        self.papers = Papers(device, new_id)
        self.errands = Errands()
        self._new_id = new_id

    def forward(self, now: Now) -> tuple[Effect, ...]:
        """What to tell now that the hub is there."""
        errand = self.errands.next(now.up_s)
        return (*self.spares.next(now), *((Ask(errand),) if errand else ()))

    @property
    def next_s(self) -> float | None:
        """When there is something to tell, if anything waits."""
        soonest = min((each for each in (self.spares.next_s, self.errands.next_s) if each is not None), default=inf)
        return None if soonest == inf else soonest

    def settle(self, event: Answered, stage: Stage, now: Now) -> Outcome:
        """What came of something told."""
        handed, effects = self.spares.take(event.request_id, event.answer, now)
        if handed:
            self._handed_in(handed, now)
            return Outcome(effects, _known_now(stage, handed))
        ended = self.errands.take(event.request_id, event.answer, now.up_s)
        has = number_of(stage)
        if has is None or not isinstance(event.answer, Refused):
            return Outcome(effects)
        match ended:
            case FetchMe():
                return Outcome(effects, with_number(stage, fetched(has, is_wanted=not ended.fetch_me)))
            case OwnLanguage():
                return Outcome(effects, with_number(stage, replace(has, own_language=not ended.own_language)))
            case _:
                return Outcome(effects)

    def paper_came(self, came: PaperCame, now: Now) -> tuple[Effect, ...]:
        """The hub hears what became of a print; of a spare number as soon as it knows that."""
        told = self.papers.take(came)
        if not isinstance(told, SparePaper):
            if told:
                self.errands.add(told, now.up_s)
            return ()
        spare = self.spares.book.find(told.spare_of)
        return (self.spares.change(changed(spare, paper=came.paper, cause=came.cause)),) if spare else ()

    def toggle_fetch(self, stage: Stage, now: Now) -> Outcome:
        """The visitor wants to be fetched, or no longer."""
        has = number_of(stage)
        if has is None:
            return Outcome()
        has = fetched(has, is_wanted=not has.ticket.fetch_me)
        if has.ticket.ticket_id:
            self._ask_to_fetch(has.ticket.ticket_id, now, is_wanted=has.ticket.fetch_me)
            return Outcome((), with_number(stage, has))
        spare = self.spares.book.find(has.spare_of or "")
        effects = (self.spares.change(changed(spare, wants_fetch=has.ticket.fetch_me)),) if spare else ()
        return Outcome(effects, with_number(stage, has))

    def toggle_own_language(self, stage: Stage, now: Now) -> Outcome:
        """The visitor wants to be called in the language of the ticket too, or no longer."""
        has = number_of(stage)
        if has is None:
            return Outcome()
        has = replace(has, own_language=not has.own_language)
        if has.ticket.ticket_id:
            self._ask_own_language(has.ticket.ticket_id, now, is_wanted=has.own_language)
            return Outcome((), with_number(stage, has))
        spare = self.spares.book.find(has.spare_of or "")
        effects = (self.spares.change(changed(spare, wants_own_language=has.own_language)),) if spare else ()
        return Outcome(effects, with_number(stage, has))

    def _handed_in(self, handed: HandedIn, now: Now) -> None:
        spare, ticket_id = handed.spare, handed.ticket.ticket_id
        self.papers.handed_in(spare.instead_of, ticket_id)
        if spare.paper:
            came = PaperCame("", spare.paper, spare.cause)
            self.errands.add(self.papers.report(ticket_id, came), now.up_s)
        if spare.wants_fetch != spare.fetch_me:
            self._ask_to_fetch(ticket_id, now, is_wanted=spare.wants_fetch)
        if spare.wants_own_language != spare.own_language:
            self._ask_own_language(ticket_id, now, is_wanted=spare.wants_own_language)

    def _ask_own_language(self, ticket_id: str, now: Now, *, is_wanted: bool) -> None:
        command = OwnLanguage(request_id=self._new_id(), ticket_id=ticket_id, own_language=is_wanted)
        self.errands.add(command, now.up_s)

    def _ask_to_fetch(self, ticket_id: str, now: Now, *, is_wanted: bool) -> None:
        self.errands.add(FetchMe(request_id=self._new_id(), ticket_id=ticket_id, fetch_me=is_wanted), now.up_s)


def fetched(has: HasNumber, *, is_wanted: bool) -> HasNumber:
    """The number of a visitor who wants to be fetched, or does not."""
    return replace(has, ticket=changed(has.ticket, fetch_me=is_wanted))


def _known_now(stage: Stage, handed: HandedIn) -> Stage | None:
    has, spare = number_of(stage), handed.spare
    if has is None or has.spare_of != spare.instead_of:
        return None
    ticket = changed(handed.ticket, number=spare.number, fetch_me=has.ticket.fetch_me)
    return with_number(stage, replace(has, ticket=ticket))
