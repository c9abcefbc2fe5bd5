"""The whole branch under any sequence of commands."""

from collections import Counter
from copy import deepcopy
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from queue_driver import QueueDriver, plan

from queueing import commands as c
from queueing.facts import ActionUndone, DayOpened, TicketTaken
from queueing.picture import Picture, Ticket
from queueing.plan import Line

DESKS = st.sampled_from(["1", "2", "3"])
LINES = st.sampled_from(["ido", "taalhuis"])
TOPICS = st.sampled_from(["digid", "leren"])
QUESTIONS = st.sampled_from([(), (c.Question("helped"),), (c.Question("referred"), c.Question("course"))])
ONLY_DESK = (c.PauseDesk, c.ResumeDesk, c.CloseDesk, c.CallNext, c.Recall, c.StartVisit, c.MissTicket, c.ParkTicket)
UNDOABLE = (c.CallNext, c.StartVisit, c.MissTicket, c.ParkTicket, c.FinishVisit, c.CloseDesk)


class Queue(RuleBasedStateMachine):
    """Anything that may be asked, in any order, with time passing in between."""

    @initialize()
    def open_branch(self) -> None:
        self.day = QueueDriver(plan(lines=(Line("ido"), Line("taalhuis", "L", limit=5))))
        self.day.start()
        self.spares = 0
        self.taken: list[Ticket] = []

    @rule(line=LINES, topic=st.none() | TOPICS, own_language=st.booleans(), language=st.sampled_from(["nl", "ar"]))
    def take(self, **fields: object) -> None:
        self.offer(c.TakeTicket("kiosk-1", request_id=f"request-{len(self.day.facts)}", **fields))  # type: ignore[arg-type]

    @rule(ago_s=st.integers(0, 3600), pick=st.integers(0, 20))
    def hand_in(self, ago_s: int, pick: int) -> None:
        self.spares += 1
        known = list(self.day.branch.picture.ticket_of_request)
        instead_of = known[pick] if pick < len(known) else None
        spare = f"Z{self.spares}"
        command = c.TakeTicket(
            "kiosk-1", spare_number=spare, taken_ago_s=ago_s, instead_of=instead_of, request_id=spare
        )
        self.offer(command)

    @rule(desk=DESKS, lines=st.none() | st.lists(LINES, min_size=1).map(tuple))
    def open_desk(self, desk: str, lines: tuple[str, ...] | None) -> None:
        self.offer(c.OpenDesk(desk, lines))

    @rule(kind=st.sampled_from(ONLY_DESK), desk=DESKS)
    def act_at_desk(self, kind: type[c.DeskCommand], desk: str) -> None:
        self.offer(kind(desk))

    @rule(desk=DESKS, questions=QUESTIONS)
    def finish(self, desk: str, questions: tuple[c.Question, ...]) -> None:
        self.offer(c.FinishVisit(desk, questions))

    @rule(desk=DESKS, line=LINES, topic=st.none() | TOPICS)
    def transfer(self, desk: str, line: str, topic: str | None) -> None:
        self.offer(c.TransferTicket(desk, line, topic))

    @rule(desk=DESKS, topic=TOPICS)
    def correct(self, desk: str, topic: str) -> None:
        self.offer(c.CorrectTopic(desk, topic))

    @rule(desk=DESKS)
    def undo(self, desk: str) -> None:
        self.offer(c.Undo(desk))

    @rule(pick=st.integers(0, 30), desk=DESKS, kind=st.integers(0, 5))
    def act_on_ticket(self, pick: int, desk: str, kind: int) -> None:
        tickets = list(self.day.branch.picture.tickets)
        ticket = tickets[pick % len(tickets)] if tickets else "nobody"
        commands: list[c.Command] = [
            c.CallTicket(desk, ticket, "leaving"),
            c.BringBack(ticket),
            c.WithdrawTicket(ticket),
            c.FetchMe(ticket, fetch_me=True),
            c.OwnLanguage(ticket, own_language=bool(pick % 2)),
            c.ReportPrint(ticket, "kiosk-1", "sent"),
        ]
        self.offer(commands[kind])

    @rule(pick=st.integers(0, 10), questions=QUESTIONS.filter(bool))
    def register(self, pick: int, questions: tuple[c.Question, ...]) -> None:
        visits = list(self.day.branch.picture.visits)
        if visits:
            self.offer(c.RegisterVisit(visits[pick % len(visits)], questions))
        self.offer(c.RegisterQuestion("desk", questions))

    @rule(command=st.sampled_from([c.CloseIntake("break"), c.OpenIntake(), c.Acknowledge(), c.OpenDay()]))
    def act_on_branch(self, command: c.Command) -> None:
        self.offer(command)

    @rule(chance=st.integers(0, 5))
    def close_day(self, chance: int) -> None:
        if chance == 0:
            self.offer(c.CloseDay())

    @rule(duration_s=st.sampled_from([0, 1, 10, 31, 3600, 9 * 3600]))
    def wait(self, duration_s: int) -> None:
        self.day.wait(seconds=duration_s)
        self.day.tick()

    @precondition(lambda self: any(desk.state != "closed" for desk in self.day.branch.picture.desks.values()))
    @rule(desk=DESKS, kind=st.sampled_from(UNDOABLE))
    def act_and_undo(self, desk: str, kind: type) -> None:
        before = essence(self.day.branch.picture)
        if self.day.refused(kind(desk)) is None and self.day.desk(desk).undo and self.is_just_done(desk):
            self.day.do(c.Undo(desk))
            assert essence(self.day.branch.picture) == before

    def is_just_done(self, desk: str) -> bool:
        undo = self.day.desk(desk).undo
        is_last = bool(self.day.facts) and undo is not None and undo.at == self.day.facts[-1].at
        return is_last and not isinstance(self.day.facts[-1], ActionUndone) and self.day.branch.case(
            self.day.now
        ).can_undo(self.day.desk(desk))  # fmt: skip

    def offer(self, command: c.Command) -> None:
        self.day.refused(command)

    @invariant()
    def every_number_is_given_once_a_day_and_without_gaps(self) -> None:
        if not hasattr(self, "day"):
            return
        counts: dict[tuple[str, str], list[int]] = {}
        date = ""
        for fact in self.day.facts:
            if isinstance(fact, DayOpened):
                date = str(fact.day)
            if isinstance(fact, TicketTaken) and fact.count is not None:
                counts.setdefault((date, fact.line), []).append(fact.count)
        for given in counts.values():
            assert given == list(range(1, len(given) + 1))

    @invariant()
    def every_ticket_is_in_exactly_one_place(self) -> None:
        if not hasattr(self, "day"):
            return
        picture = self.day.branch.picture
        held = Counter(desk.ticket_id for desk in picture.desks.values() if desk.ticket_id)
        waiting = Counter(picture.waiting.in_order())
        assert all(number == 1 for number in (held + waiting).values())
        for ticket in picture.tickets.values():
            assert (ticket.state == "waiting") == (ticket.id in waiting)
            assert (ticket.state in {"calling", "at-desk"}) == (ticket.id in held)

    @invariant()
    def desk_and_ticket_and_call_agree(self) -> None:
        if not hasattr(self, "day"):
            return
        picture = self.day.branch.picture
        for desk in picture.desks.values():
            expected = {"calling": ("calling", "calling"), "visit": ("at-desk", "at-desk")}.get(desk.state)
            assert (expected is None) == (desk.ticket_id is None)
            if expected:
                ticket, call = picture.tickets[desk.ticket_id or ""], picture.calls[desk.call_id or ""]
                assert (ticket.state, call.state) == expected
                assert (call.ticket_id, call.desk) == (ticket.id, desk.id)

    @invariant()
    def a_line_is_ordered_by_bringing_back_and_then_by_arrival(self) -> None:
        if not hasattr(self, "day"):
            return
        picture = self.day.branch.picture
        for line in picture.waiting.lines.values():
            tickets = [picture.tickets[ticket_id] for _, ticket_id in line]
            back = [ticket.brought_back for ticket in tickets if ticket.brought_back is not None]
            arrived = [(ticket.taken_at, ticket.sequence) for ticket in tickets if ticket.brought_back is None]
            assert tickets == sorted(tickets, key=lambda ticket: ticket.brought_back is None)
            assert (back, arrived) == (sorted(back), sorted(arrived))

    def teardown(self) -> None:
        if hasattr(self, "day"):
            assert self.day.replayed().picture == self.day.branch.picture


def essence(picture: Picture) -> object:
    """The picture without undo records, counts of moves, coming staff, and calls that were taken back."""
    tickets = {
        t.id: (t.line, t.topic, t.state, t.brought_back, t.fetch_me, t.own_language, t.paper)
        for t in picture.tickets.values()
    }
    desks = {d.id: (d.state, d.lines, d.ticket_id, d.call_id) for d in picture.desks.values()}
    calls = {call.id: call for call in picture.calls.values() if call.state != "taken-back"}
    return deepcopy((tickets, desks, calls, picture.visits, picture.counters, list(picture.waiting.in_order())))


Queue.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=timedelta(seconds=5))
test_any_sequence_of_commands_keeps_the_queue_whole = Queue.TestCase
