"""Questions that change nothing: why, the day's figures, reports."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from hub.reports.day_sheet import day_sheet
from hub.reports.public import Figures, public_report
from hub.reports.report import report
from hub.results import Result
from hub.storage.change import Change
from hub.storage.closing import DAYS_A_MONTH, day_totals, visit_rows
from hub.storage.published import Published
from hub.storage.store import Store
from hub.story import story
from queueing.branch import Branch
from queueing.moment import Moment
from queueing.refusals import Refused
from runtime.settings.model import Settings
from wire import commands as wire
from wire.answers import Table

Made = tuple[tuple[Table, ...], list[Published]]
"""The tables of a report for outside, and what of it was not published before."""


def is_for_outside(command: wire.Command) -> bool:
    """Whether it asks for figures that are protected."""
    return isinstance(command, wire.ReportPublic) or (isinstance(command, wire.Report) and command.audience == "public")


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

    def for_outside(self, query: wire.Command, now: Moment) -> Callable[[], Made]:
        """The work for protected figures: what it needs is read here, and it writes nothing."""
        if not isinstance(query, wire.Report | wire.ReportPublic):
            raise Refused("bad-request")
        first, last = date(query.from_.year, 1, 1), date(query.to.year, 12, 31)
        earlier = self._store.publications(first, last)
        kept_from = now.at.date() - timedelta(days=self._settings.reports.keep_months * DAYS_A_MONTH)
        figures = Figures(self._store.days(first, last), self._store.visits(first, last), earlier, kept_from)
        return partial(public_report, figures, (query.from_, query.to), query.by or None, self._settings)

    def _report(self, query: wire.Report | wire.ReportPublic, change: Change, now: Moment) -> tuple[Table, ...]:
        if is_for_outside(query):
            tables, new = self.for_outside(query, now)()
            change.publications.extend(new)
            return tables
        days, records = self._store.days(query.from_, query.to), self._store.visits(query.from_, query.to)
        return report(days, records, query.by or "month", self._settings)
