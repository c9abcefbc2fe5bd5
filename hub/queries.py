"""Questions that change nothing: why, the day's figures, reports."""

from datetime import date, timedelta
from typing import Any

from hub.reports.day_sheet import day_sheet
from hub.reports.public import Figures, public_report
from hub.reports.report import report
from hub.results import Result
from hub.storage.closing import DAYS_A_MONTH, day_totals, visit_rows
from hub.storage.store import Change, Store
from hub.story import story
from queueing.branch import Branch
from queueing.moment import Moment
from queueing.refusals import Refused
from runtime.settings.model import Settings
from wire import commands as wire
from wire.answers import Table


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
                return {"tables": self._report(query, change, now)}
            case _:
                raise Refused("bad-request")

    def _steps(self, number: str, branch: Branch, change: Change) -> list[dict[str, Any]]:
        tickets = [ticket for ticket in branch.picture.tickets.values() if ticket.number == number]
        if not tickets:
            raise Refused("unknown-number")
        ticket_id = tickets[-1].id
        facts = (*self._store.load().facts, *change.facts)
        return story(facts, branch.plan, ticket_id)

    def _day_sheet(self, branch: Branch) -> tuple[Table, ...]:
        """The whole day, also what it was before it was closed and opened again."""
        picture = branch.picture
        day = picture.day or date.max
        earlier, records = self._store.days(day, day), self._store.visits(day, day)
        here = visit_rows(picture, branch.plan.zone)
        return day_sheet([*earlier, day_totals(picture)], [*records, *here], self._settings)

    def _report(self, query: wire.Report | wire.ReportPublic, change: Change, now: Moment) -> tuple[Table, ...]:
        by = query.by or None
        if isinstance(query, wire.Report) and query.audience != "public":
            days, records = self._store.days(query.from_, query.to), self._store.visits(query.from_, query.to)
            return report(days, records, by or "month", self._settings)
        first, last = date(query.from_.year, 1, 1), date(query.to.year, 12, 31)
        earlier = [*self._store.publications(first, last), *change.publications]
        kept_from = now.at.date() - timedelta(days=self._settings.reports.keep_months * DAYS_A_MONTH)
        figures = Figures(self._store.days(first, last), self._store.visits(first, last), earlier, kept_from)
        tables, new = public_report(figures, (query.from_, query.to), by, self._settings)
        change.publications.extend(new)
        return tables
