"""A member of staff at a desk: opens it, calls, helps, registers, and closes it when nobody comes any more."""

import random
from collections.abc import Callable

from msgspec import UNSET

from runtime.settings.model import Settings
from simulator.people.tally import Tally
from wire.answers import Answer, NoAnswer, Refused
from wire.commands import (
    BringBack,
    CallNext,
    CloseDesk,
    Command,
    FinishVisit,
    MissTicket,
    Need,
    OpenDesk,
    Outcome,
    Question,
    Recall,
    StartVisit,
)
from wire.link import Link
from wire.names import new_id

DOES_NOT_COME = 0.08
COMES_BACK = 0.3
NEEDS_SECOND_CALL = 0.15
IS_REGISTERED = 0.85
OUTCOMES: tuple[tuple[Outcome, int], ...] = (("helped", 7), ("referred", 1), ("course", 1), ("comes-back", 1))
NEEDS: tuple[Need, ...] = ("do-together", "is-it-real", "look-along", "explain-letter", "find-way", "encourage")
MOST_TROUBLES = 5


class Clerk:
    """One desk's work, one step after the other; `pause` waits and says whether to stop."""

    def __init__(
        self, settings: Settings, tally: Tally, link: Link, desk: str, *, seed: int, pause: Callable[[float], bool]
    ) -> None:
        self._settings = settings
        self._tally = tally
        self._link = link
        self._desk = desk
        self._chance = random.Random(f"{seed} {desk}")  # noqa: S311 - play, not secrecy
        self._pause = pause

    def work(self, *, visit_s: float, idle_s: float, may_go: Callable[[], bool]) -> None:
        """Help one visitor after the other, until nobody waits and `may_go`; a visit takes `visit_s` on average."""
        troubles = 0
        self._open()
        while troubles < MOST_TROUBLES:
            is_last = may_go()
            answer = self._ask(CallNext(request_id=new_id(), desk=self._desk))
            if isinstance(answer, Answer) and answer.ticket is not None:
                troubles, should_stop = 0, self._receive(answer.ticket.ticket_id, visit_s)
            elif isinstance(answer, Refused) and answer.refusal.code == "nobody-waiting":
                troubles, should_stop = 0, is_last or self._pause(idle_s)
            else:
                troubles, should_stop = troubles + 1, self._pause(idle_s)
                self._open()
            if should_stop:
                break
        self._ask(CloseDesk(request_id=new_id(), desk=self._desk))

    def _open(self) -> None:
        self._ask(OpenDesk(request_id=new_id(), desk=self._desk))

    def _receive(self, ticket_id: str, visit_s: float) -> bool:
        if self._happens(NEEDS_SECOND_CALL):
            self._ask(Recall(request_id=new_id(), desk=self._desk))
        if self._happens(DOES_NOT_COME):
            self._ask(MissTicket(request_id=new_id(), desk=self._desk))
            if self._happens(COMES_BACK):
                self._ask(BringBack(request_id=new_id(), ticket_id=ticket_id))
            return False
        self._ask(StartVisit(request_id=new_id(), desk=self._desk))
        should_stop = self._pause(self._chance.expovariate(1 / visit_s)) if visit_s else False
        questions = (self._question(),) if self._happens(IS_REGISTERED) else UNSET
        self._ask(FinishVisit(request_id=new_id(), desk=self._desk, questions=questions))
        return should_stop

    def _question(self) -> Question:
        names, weights = zip(*OUTCOMES, strict=True)
        outcome: Outcome = self._chance.choices(names, weights)[0]
        partners, organisations = self._settings.partners, self._settings.organisations
        return Question(
            outcome=outcome,
            need=self._chance.choice(NEEDS),
            organisation=self._chance.choice(organisations).id if organisations else UNSET,
            referred_to=self._chance.choice(partners).id if partners and outcome == "referred" else UNSET,
        )

    def _happens(self, likelihood: float) -> bool:
        return self._chance.random() < likelihood

    def _ask(self, command: Command) -> Answer | Refused | NoAnswer:
        return self._tally.ask(self._link, command)
