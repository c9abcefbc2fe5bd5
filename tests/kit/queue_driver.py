"""Drives the rules in tests: gives commands, applies what comes of them, lets time pass."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from queueing.branch import Branch
from queueing.commands import CallNext, Command, OpenDesk, StartVisit, TakeTicket
from queueing.facts import Fact, TicketTaken
from queueing.hours import Period, Timetable
from queueing.moment import Moment
from queueing.picture import Desk, Ticket
from queueing.plan import Device, Line, Plan
from queueing.refusals import Refusal

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SUNDAY_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def timetable(**periods: tuple[tuple[int, int], ...]) -> Timetable:
    """Whole hours by weekday: `timetable(sunday=((10, 12), (13, 17)))`, local time."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    week = {names.index(day): tuple(Period(time(a), time(b)) for a, b in spans) for day, spans in periods.items()}
    return Timetable(AMSTERDAM, week)


def plan(**changes: object) -> Plan:
    """Two lines (plain and L), two desks for both and one for L, a kiosk with a printer and one without."""
    values: dict[str, object] = {
        "zone": AMSTERDAM,
        "languages": ("nl", "en", "ar"),
        "lines": (Line("ido"), Line("taalhuis", "L", limit=3)),
        "topics": {"digid": "ido", "digid-app": "ido", "leren": "taalhuis"},
        "desks": {"1": ("ido", "taalhuis"), "2": ("ido", "taalhuis"), "3": ("taalhuis",)},
        "devices": {"kiosk-1": Device("kiosk-1", "Z", has_printer=True), "kiosk-2": Device("kiosk-2", "R")},
        "organisations": frozenset({"uwv"}),
        "partners": frozenset({"taalhuis"}),
        "notices": frozenset({"break"}),
    }
    return Plan(**{**values, **changes})  # type: ignore[arg-type]


@dataclass
class QueueDriver:
    """One branch and its clock; every fact is kept, so that a test can replay them."""

    plan: Plan = field(default_factory=plan)
    at: datetime = SUNDAY_MORNING
    is_trusted: bool = True
    uptime_s: float = 0.0
    facts: list[Fact] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = count(1)
        self.branch = Branch(self.plan, lambda: f"id-{next(numbers)}")

    @property
    def now(self) -> Moment:
        return Moment(self.at, self.is_trusted, self.uptime_s)

    def start(self) -> tuple[Fact, ...]:
        return self._apply(self.branch.start(self.now))

    def tick(self) -> tuple[Fact, ...]:
        return self._apply(self.branch.tick(self.now))

    def wait(self, **duration: float) -> None:
        self.at += timedelta(**duration)
        self.uptime_s += timedelta(**duration).total_seconds()

    def do(self, *commands: Command) -> tuple[Fact, ...]:
        """Give commands that must be accepted; the facts of the last."""
        facts: tuple[Fact, ...] = ()
        for command in commands:
            outcome = self.branch.handle(command, self.now)
            assert not isinstance(outcome, Refusal), (command, outcome)
            facts = self._apply(outcome)
        return facts

    def refused(self, command: Command) -> str | None:
        """The code of the refusal; None where the command is accepted (and then applied)."""
        outcome = self.branch.handle(command, self.now)
        if isinstance(outcome, Refusal):
            return outcome.code
        self._apply(outcome)
        return None

    def take(self, **fields: object) -> Ticket:
        """Take a ticket at the first kiosk."""
        facts = self.do(TakeTicket(**{"device": "kiosk-1", **fields}))  # type: ignore[arg-type]
        taken = next(fact for fact in facts if isinstance(fact, TicketTaken))
        return self.branch.picture.tickets[taken.ticket_id]

    def ticket(self, number: str) -> Ticket:
        return next(ticket for ticket in self.branch.picture.tickets.values() if ticket.number == number)

    def desk(self, desk: str = "1") -> Desk:
        return self.branch.picture.desks[desk]

    def numbers_waiting(self) -> list[str]:
        picture = self.branch.picture
        return [picture.tickets[ticket_id].number for ticket_id in picture.waiting.in_order()]

    def call(self, desk: str = "1") -> Ticket:
        """Open the desk where it is closed, and call the next."""
        if self.desk(desk).state == "closed":
            self.do(OpenDesk(desk))
        self.do(CallNext(desk))
        return self.branch.picture.tickets[self.desk(desk).ticket_id or ""]

    def visit(self, desk: str = "1") -> Ticket:
        """Call the next, who comes."""
        ticket = self.call(desk)
        self.do(StartVisit(desk))
        return self.branch.picture.tickets[ticket.id]

    def replayed(self) -> Branch:
        """Another branch that knows nothing but the facts."""
        other = Branch(self.plan, lambda: "")
        for fact in self.facts:
            other.apply(fact)
        return other

    def _apply(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        for fact in facts:
            self.branch.apply(fact)
            self.facts.append(fact)
        return facts
