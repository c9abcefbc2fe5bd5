"""The hub's memory on disk: one commit carries the facts and answers of several commands, or none of them."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import MsgspecError
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from hub.facts import decode_fact, encode_fact, kind_of, ticket_of
from hub.storage import tables
from hub.storage.change import Answered, Change, Event
from hub.storage.closing import write_closing
from hub.storage.failure import StorageFailed
from hub.storage.prepared import Prepared
from hub.storage.published import Published, recall, remember
from hub.storage.schema import migrate
from queueing.facts import Fact
from queueing.moment import Moment
from wire.names import new_id
from wire.times import at_moment, at_text

ANSWERS_KEPT = timedelta(hours=48)

_requests = tables.requests.c
_day_answers = tables.day_answers.c
FIND_ANSWERS = (
    select(_requests.request_id, _requests.fingerprint, func.coalesce(_requests.answer, _day_answers.answer))
    .outerjoin(tables.day_answers, _requests.day_answer == _day_answers.id)
    .where(_requests.request_id.in_(bindparam("ids", expanding=True)))
)
NOTE = update(tables.branch).values(
    revision=bindparam("new_revision"), last_at=bindparam("now"), uptime_s=bindparam("uptime")
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the hub finds at its start."""

    epoch: str
    revision: int
    last_at: datetime
    uptime_s: float
    facts: tuple[Fact, ...]


class Store:
    """The database, used by the hub's loop only. Every method raises StorageFailed where it cannot do its work."""

    def __init__(self, engine: Engine, keep_months: int) -> None:
        self._engine = engine
        self._keep_months = keep_months
        self._connection: Connection | None = None
        dialect = engine.dialect
        self._add_facts = Prepared(insert(tables.facts), ("kind", "ticket_id", "body"), dialect)
        self._add_requests = Prepared(insert(tables.requests), tables.requests.c.keys(), dialect)
        self._add_day_answers = Prepared(insert(tables.day_answers), tables.day_answers.c.keys(), dialect)
        self._write_note = Prepared(NOTE, (), dialect)
        self._troubles = (SQLAlchemyError, OSError, dialect.loaded_dbapi.Error)
        self._has_to_wipe = False
        self._last_day_answer = 0
        self._answered: set[str] = set()
        """The ids of all answered requests, so that a new one costs no look-up."""
        self.newest_event = 0
        """The sequence number of the event that was stored last."""

    def prepare(self, at: datetime) -> None:
        """Bring the schema up to date; a new database gets its epoch."""
        with self._transaction() as connection:
            migrate(connection)
            if connection.execute(select(tables.branch.c.id)).first() is None:
                row = {"epoch": new_id(), "revision": 0, "last_at": at_text(at), "uptime_s": 0.0, "event_sequence": 0}
                connection.execute(insert(tables.branch), {"id": 1, **row})
            self._answered.update(connection.execute(select(_requests.request_id)).scalars())
            self._last_day_answer = connection.execute(select(func.max(_day_answers.id))).scalar() or 0
        # The last run may have been killed between a day's close and this.
        self._wipe()

    def load(self) -> Memory:
        """Everything that is needed to go on where the last run ended."""
        with self._transaction() as connection:
            row = connection.execute(select(tables.branch)).one()
            journal = connection.execute(select(tables.facts.c.kind, tables.facts.c.body).order_by(tables.facts.c.id))
            facts = tuple(_fact(kind, body) for kind, body in journal)
        self.newest_event = row.event_sequence
        return Memory(row.epoch, row.revision, at_moment(row.last_at), row.uptime_s, facts)

    def answers(self, request_ids: Iterable[str]) -> dict[str, Answered]:
        """Those of the requests that were answered before."""
        known = self._answered.intersection(request_ids)
        if not known:
            return {}
        with self._transaction() as connection:
            rows = connection.execute(FIND_ANSWERS, {"ids": list(known)})
            return {row[0]: Answered(*row) for row in rows}

    def commit(self, change: Change, revision: int, now: Moment) -> None:
        """Write a change, wholly or not at all; when this returns it survives a power cut."""
        with self._transaction() as connection:
            for closing in change.closings:
                write_closing(connection, closing, self._keep_months)
            self._add_facts.execute(connection, map(_fact_row, change.facts))
            self._add_answers(connection, change.answered.values(), now)
            remember(connection, change.publications)
            self._note(connection, revision, now, change.events)
        self.newest_event += len(change.events)
        self._answered.update(change.answered)
        if change.closings:
            self._wipe()

    def touch(self, revision: int, now: Moment) -> None:
        """Store the time, so that it does not run backwards after a power cut; forget answers that are too old."""
        with self._transaction() as connection:
            old = at_text(now.at - ANSWERS_KEPT)
            forgotten = delete(tables.requests).where(_requests.at < old).returning(_requests.request_id)
            gone = set(connection.execute(forgotten).scalars())
            self._note(connection, revision, now, [])
        self._answered -= gone
        if self._has_to_wipe:
            self._wipe()

    def visits(self, first: date, last: date) -> list[dict[str, Any]]:
        """Visit records of closed days, both dates included; those that are alike are one with their `times`."""
        columns = [column for column in tables.visits.c if column is not tables.visits.c.id]
        here = tables.visits.c.date.between(first, last)
        query = select(*columns, func.count().label("times")).where(here).group_by(*columns)
        with self._transaction() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def days(self, first: date, last: date) -> list[dict[str, Any]]:
        """Totals of closed days, both dates included."""
        columns = tables.days.c
        query = select(tables.days).where(columns.date.between(first, last)).order_by(columns.date)
        with self._transaction() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def publications(self, first: date, last: date) -> list[Published]:
        """What was published over stretches that share a date with this one, oldest first."""
        with self._transaction() as connection:
            return recall(connection, first, last)

    def keep_publications(self, publications: list[Published]) -> None:
        """Remember what goes out beside the hub's own commits."""
        with self._transaction() as connection:
            remember(connection, publications)

    def untold_events(self, after: int, most: int) -> list[tuple[int, bytes]]:
        """The oldest events behind one that the outside world has not been told yet."""
        columns = tables.events.c
        query = select(tables.events).where(columns.sequence > after).order_by(columns.sequence).limit(most)
        with self._transaction() as connection:
            return [(row.sequence, row.body) for row in connection.execute(query)]

    def forget_events(self, sequences: Iterable[int]) -> None:
        """Drop events that the broker has taken over."""
        with self._transaction() as connection:
            connection.execute(delete(tables.events).where(tables.events.c.sequence.in_(list(sequences))))

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def _add_answers(self, connection: Connection, answered: Iterable[Answered], now: Moment) -> None:
        requests, day_answers = [], []
        for each in answered:
            row = {"request_id": each.request_id, "fingerprint": each.fingerprint, "at": at_text(now.at)}
            if each.goes_with_day and each.answer is not None:
                self._last_day_answer += 1
                day_answers.append({"id": self._last_day_answer, "answer": each.answer})
                requests.append({**row, "answer": None, "day_answer": self._last_day_answer})
            else:
                requests.append({**row, "answer": each.answer, "day_answer": None})
        self._add_day_answers.execute(connection, day_answers)
        self._add_requests.execute(connection, requests)

    def _note(self, connection: Connection, revision: int, now: Moment, events: list[Event]) -> None:
        row: dict[str, Any] = {"new_revision": revision, "now": at_text(now.at), "uptime": now.uptime_s}
        self._write_note.execute(connection, [row])
        if not events:
            return
        last = connection.execute(select(tables.branch.c.event_sequence)).scalar_one()
        rows = [{"sequence": last + place, "body": event(last + place)} for place, event in enumerate(events, 1)]
        connection.execute(insert(tables.events), rows)
        connection.execute(update(tables.branch).values(event_sequence=last + len(events)))

    def _wipe(self) -> None:
        """Take the erased rows out of SQLite's log too; tried again later while somebody else reads."""
        if self._engine.dialect.name != "sqlite":
            return
        try:
            with self._transaction() as connection:
                is_busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        except StorageFailed as trouble:
            log.warning("the database log could not be truncated: %s", trouble)
            is_busy = True
        self._has_to_wipe = bool(is_busy)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                yield self._connection
        except self._troubles as trouble:
            # The connection is kept: on a full disk SQLite could not open another one, not even to read.
            raise StorageFailed(str(trouble).splitlines()[0]) from trouble


def _fact(kind: str, body: bytes) -> Fact:
    try:
        return decode_fact(kind, body)
    except (MsgspecError, KeyError) as fault:
        raise StorageFailed(f"the journal is damaged: no {kind!r} in {body[:80]!r}: {fault}") from fault


def _fact_row(fact: Fact) -> dict[str, Any]:
    return {"kind": kind_of(fact), "ticket_id": ticket_of(fact), "body": encode_fact(fact)}
