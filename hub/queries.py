"""Questions that change nothing: why, the day's figures, reports."""

from datetime import date
from typing import Any

from hub.facts import kind_of, ticket_of
from hub.reports.day_sheet import day_sheet
from hub.reports.report import public_report, report
from hub.results import Result
from hub.storage.closing import day_totals, visit_rows
from hub.storage.store import Change, Store
from queueing.branch import Branch
from queueing.facts import Fact
from queueing.moment import Moment
from queueing.refusals import Refused
from runtime.settings.model import Settings
from wire import commands as wire
from wire.answers import Table
from wire.times import at_text

SAID_OF_A_STEP = ("desk", "line", "topic", "reason", "call_id", "visit_id", "device", "job_id", "paper")


class Queries:
    """Answers from the picture, from the journal and from records of closed days."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store

    def answer(self, query: wire.Command, branch: Branch, change: Change, now: Moment) -> Result:
        """The result of a query; raises `Refused` where there is none."""
        match query:
            case wire.Why():
                return {"steps": self._steps(query.number, branch, change)}
            case wire.DaySheet():
                branch.case(now).need_open_day()
                return {"tables": self._day_sheet(branch)}
            case wire.Report() | wire.ReportPublic():
                return {"tables": self._report(query)}
            case _:
                raise Refused("bad-request")

    def _steps(self, number: str, branch: Branch, change: Change) -> list[dict[str, Any]]:
        tickets = [ticket for ticket in branch.picture.tickets.values() if ticket.number == number]
        if not tickets:
            raise Refused("unknown-number")
        ticket_id = tickets[-1].id
        unstored = [fact for fact in change.facts if ticket_of(fact) == ticket_id]
        return [_step(fact) for fact in (*self._store.story(ticket_id), *unstored)]

    def _day_sheet(self, branch: Branch) -> tuple[Table, ...]:
        """The whole day, also what it was before it was closed and opened again."""
        picture = branch.picture
        day = picture.day or date.max
        earlier, records = self._store.days(day, day), self._store.visits(day, day)
        here = visit_rows(picture, branch.plan.zone)
        return day_sheet([*earlier, day_totals(picture)], [*records, *here], self._settings)

    def _report(self, query: wire.Report | wire.ReportPublic) -> tuple[Table, ...]:
        days, records = self._store.days(query.from_, query.to), self._store.visits(query.from_, query.to)
        by = query.by or None
        if isinstance(query, wire.ReportPublic) or query.audience == "public":
            return public_report(days, records, by, self._settings)
        return report(days, records, by or "month", self._settings)


def _step(fact: Fact) -> dict[str, Any]:
    ids = {name: getattr(fact, name, None) for name in SAID_OF_A_STEP}
    return {"at": at_text(fact.at), "what": kind_of(fact), **{name: value for name, value in ids.items() if value}}
