"""A branch: judges commands into facts, and lets facts change its picture."""

from collections.abc import Callable
from typing import Any

from queueing import commands as c
from queueing import facts as f
from queueing.case import Case
from queueing.changes import day as day_changes
from queueing.changes import desks as desk_changes
from queueing.changes import tickets as ticket_changes
from queueing.changes import visits as visit_changes
from queueing.intake import may_open_by_itself
from queueing.moment import Moment
from queueing.picture import Desk, Picture
from queueing.plan import Plan
from queueing.refusals import Refusal, Refused
from queueing.rules import day, desks, prints, tickets, visits

Facts = tuple[f.Fact, ...]


class Branch:
    """The whole queue of one branch. Pure: time comes with each command, ids from `new_id`."""

    def __init__(self, plan: Plan, new_id: Callable[[], str]) -> None:
        self.plan = plan
        self.picture = Picture({desk: Desk(desk, lines) for desk, lines in plan.desks.items()})
        self._new_id = new_id

    def handle(self, command: c.Command, now: Moment) -> Facts | Refusal:
        """Judge a command: the facts that it leads to, to be applied in order, or why not."""
        case = self.case(now)
        try:
            facts: Facts = RULES[type(command)](case, command)
        except Refused as refused:
            return refused.refusal
        if facts and self._opens_the_day(command, now):
            return (day.opened(case), *facts)
        return facts

    def apply(self, fact: f.Fact) -> None:
        """Let a fact change the picture; it may tell of a desk that the plan no longer has."""
        if isinstance(fact, f.DeskFact):
            self.picture.desks.setdefault(fact.desk, Desk(fact.desk, ()))
        CHANGES[type(fact)](self.picture, fact)

    def start(self, now: Moment) -> Facts:
        """What the hub's start leads to: a day that is over closes, a new one opens."""
        closing = day.turned_over(self.case(now))
        if closing:
            last = closing[-1]
            is_new = isinstance(last, f.DayClosed) and now.is_trusted and day.opened(self.case(now)).day > last.day
            return (*closing, day.opened(self.case(now))) if is_new else closing
        if self.picture.day is None and may_open_by_itself(self.picture, self.plan, now):
            return (day.opened(self.case(now)),)
        return ()

    def tick(self, now: Moment) -> Facts:
        """What the passing of time alone leads to."""
        return day.turned_over(self.case(now))

    def case(self, now: Moment) -> Case:
        """The picture as a command finds it at this moment."""
        return Case(self.picture, self.plan, now, self._new_id)

    def _opens_the_day(self, command: c.Command, now: Moment) -> bool:
        return not isinstance(command, DAYLESS) and self.case(now).is_new_day


DAYLESS = (c.OpenDay, c.CloseDay, c.CloseDesk, c.PrintReferral)

RULES: dict[type, Callable[[Case, Any], Facts]] = {
    c.TakeTicket: tickets.take_ticket,
    c.FetchMe: tickets.change_fetch_me,
    c.OwnLanguage: tickets.change_own_language,
    c.WithdrawTicket: tickets.withdraw,
    c.ReportPrint: tickets.report_print,
    c.BringBack: tickets.bring_back,
    c.OpenDesk: desks.open_desk,
    c.PauseDesk: desks.pause_desk,
    c.ResumeDesk: desks.resume_desk,
    c.CloseDesk: desks.close_desk,
    c.Acknowledge: desks.acknowledge,
    c.CallNext: desks.call_next,
    c.CallTicket: desks.call_ticket,
    c.Recall: desks.recall,
    c.StartVisit: desks.start_visit,
    c.MissTicket: desks.miss_ticket,
    c.ParkTicket: desks.park_ticket,
    c.TransferTicket: desks.transfer_ticket,
    c.CorrectTopic: desks.correct_topic,
    c.Undo: desks.undo,
    c.FinishVisit: visits.finish_visit,
    c.RegisterVisit: visits.register_visit,
    c.RegisterQuestion: visits.register_question,
    c.CloseIntake: day.close_intake,
    c.OpenIntake: day.open_intake,
    c.CloseDay: day.close_day,
    c.OpenDay: day.open_day,
    c.PrintAgain: prints.print_again,
    c.PrintReferral: prints.print_referral,
}

CHANGES: dict[type, Callable[[Picture, Any], None]] = {
    f.DayOpened: day_changes.open_day,
    f.DayClosed: day_changes.close_day,
    f.IntakeClosed: day_changes.close_intake,
    f.IntakeOpened: day_changes.open_intake,
    f.Acknowledged: day_changes.acknowledge,
    f.SpareUsedUp: ticket_changes.use_up_spare,
    f.TicketTaken: ticket_changes.take,
    f.FetchMeChanged: ticket_changes.change_fetch_me,
    f.OwnLanguageChanged: ticket_changes.change_own_language,
    f.TicketWithdrawn: ticket_changes.withdraw,
    f.PaperReported: ticket_changes.report_paper,
    f.TicketBroughtBack: ticket_changes.bring_back,
    f.DeskOpened: desk_changes.open_desk,
    f.DeskPaused: desk_changes.pause,
    f.DeskResumed: desk_changes.resume,
    f.DeskClosed: desk_changes.close,
    f.TicketCalled: desk_changes.call,
    f.TicketRecalled: desk_changes.recall,
    f.VisitStarted: desk_changes.start_visit,
    f.TicketMissed: desk_changes.miss,
    f.TicketParked: desk_changes.park,
    f.TicketTransferred: desk_changes.transfer,
    f.TopicCorrected: desk_changes.correct_topic,
    f.VisitFinished: desk_changes.finish_visit,
    f.ActionUndone: desk_changes.undo_action,
    f.VisitRegistered: visit_changes.register_visit,
    f.QuestionRegistered: visit_changes.register_question,
    f.PrintOrdered: lambda _picture, _fact: None,
}
