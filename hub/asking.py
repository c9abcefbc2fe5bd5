"""Answers on the hub's own computer without a broker: read from its database, whether the hub runs or not."""

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from hub.clock import Clock
from hub.plan import plan_of
from hub.queries import Queries
from hub.reports.names import first_name
from hub.storage.change import Change
from hub.storage.engine import open_engine
from hub.storage.failure import StorageFailed
from hub.storage.store import Memory, Store
from queueing.branch import Branch
from queueing.refusals import Refused
from runtime.settings.model import Settings
from runtime.texts import Texts
from wire import commands as wire
from wire.answers import Table
from wire.names import new_id
from wire.refusals import REFUSAL_TEXTS, RefusalCode
from wire.story import Naming, sentences

NO_ANSWER = 1

PRESENT = ("waiting", "calling", "at-desk", "parked")

By = Literal["day", "month", "quarter", "year"]


def why(settings: Settings, number: str) -> int:
    """Print the story of a number of today, a line for each step; 1 where there is none."""
    return _answer(settings, wire.Why(request_id=new_id(), number=number))


def report(settings: Settings, span: tuple[date, date], by: By, *, is_public: bool) -> int:
    """Print the tables over dates, both included; what is public is protected and remembered."""
    audience: Literal["internal", "public"] = "public" if is_public else "internal"
    command = wire.Report(request_id=new_id(), from_=span[0], to=span[1], by=by, audience=audience)
    return _answer(settings, command)


def people(settings: Settings) -> int:
    """Print how many wait, are called or are being helped; 1 where there is no database to tell it."""
    url = make_url(settings.hub.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return _fail(f"there is no database {url.database} here")
    try:
        with closing(Store(open_engine(settings.hub.database), settings.reports.keep_months)) as store:
            tickets = _branch(settings, store.load()).picture.tickets.values()
    except (StorageFailed, OSError, ArgumentError) as fault:
        return _fail(str(fault))
    sys.stdout.write(f"{sum(ticket.state in PRESENT for ticket in tickets)}\n")
    return 0


def _answer(settings: Settings, query: wire.Why | wire.Report) -> int:
    try:
        with closing(Store(open_engine(settings.hub.database), settings.reports.keep_months)) as store:
            lines = _lines(settings, store, query)
    except Refused as refused:
        code: RefusalCode = refused.refusal.code  # type: ignore[assignment]
        return _fail(REFUSAL_TEXTS[code])
    except (StorageFailed, OSError, ArgumentError) as fault:
        return _fail(str(fault))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _lines(settings: Settings, store: Store, query: wire.Why | wire.Report) -> list[str]:
    branch = _branch(settings, store.load())
    change = Change()
    result = Queries(settings, store).answer(query, branch, change, Clock(None, 0.0).now())
    store.keep_publications(change.publications)
    if isinstance(query, wire.Why):
        return sentences(query.number, result["steps"], _naming(settings))
    return [line for table in result["tables"] for line in _told(table)]


def _branch(settings: Settings, memory: Memory) -> Branch:
    branch = Branch(plan_of(settings), new_id)
    for fact in memory.facts:
        branch.apply(fact)
    return branch


def _told(table: Table) -> list[str]:
    rows = [table.columns, *(tuple("" if cell is None else str(cell) for cell in row) for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [table.title, *lines, *([table.note] if table.note else []), ""]


def _naming(settings: Settings) -> Naming:
    desks = {desk.id: first_name(desk.name, settings, desk.id) for desk in settings.desks}
    lines = {line.id: first_name(line.name, settings, line.id) for line in settings.lines}
    zone = ZoneInfo(settings.branch.time_zone)
    return Naming(Texts("nl", "staff"), zone, lambda desk: desks.get(desk, desk), lambda line: lines.get(line, line))


def _fail(why_not: str) -> int:
    sys.stderr.write(f"{why_not}\n")
    return NO_ANSWER
