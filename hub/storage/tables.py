"""The tables. No row names a visitor; rows of a living ticket go with its day."""

from sqlalchemy import BigInteger, Column, Date, Float, Index, Integer, LargeBinary, MetaData, String, Table

METADATA = MetaData()

BIG_ID = BigInteger().with_variant(Integer(), "sqlite")

branch = Table(
    "branch",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("epoch", String(36), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("last_at", String(32), nullable=False),
    Column("uptime_s", Float, nullable=False),
    Column("event_sequence", BigInteger, nullable=False),
)
"""One row: what the hub itself has to remember."""

facts = Table(
    "facts",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("kind", String(40), nullable=False),
    Column("ticket_id", String(36)),
    Column("body", LargeBinary, nullable=False),
)
"""The journal since the last close, in order. Without an index: each commit would write its pages too."""

requests = Table(
    "requests",
    METADATA,
    Column("request_id", String(36), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("answer", LargeBinary),
    Column("day_answer", BigInteger),
    Column("at", String(32), nullable=False),
    sqlite_with_rowid=False,
)
"""Answered commands. An answer that names a ticket or a visit is among the day's; without any it went with its day."""

day_answers = Table(
    "day_answers",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=False),
    Column("answer", LargeBinary, nullable=False),
)
"""A table of their own, so that closing the day frees whole pages: SQLite leaves no copies in those."""

visits = Table(
    "visits",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("date", Date, nullable=False),
    Column("part_of_day", String(10), nullable=False),
    Column("channel", String(10), nullable=False),
    Column("line", String(40)),
    Column("topic", String(40)),
    Column("outcome", String(12)),
    Column("organisation", String(40)),
    Column("referred_to", String(40)),
    Column("need", String(20)),
    Column("course", String(10)),
    Column("closing", Integer, nullable=False, server_default="1"),
    Index("visits_by_date", "date"),
)
"""One row a question, in no order; without an outcome it was not registered. A date can close more than once."""

days = Table(
    "days",
    METADATA,
    Column("date", Date, primary_key=True),
    Column("taken", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
    Column("helped", Integer, nullable=False),
    Column("unregistered", Integer, nullable=False),
    Column("nobody_there", Integer, nullable=False),
    Column("did_not_come", Integer, nullable=False),
    Column("closing", Integer, primary_key=True, server_default="1"),
)
"""Totals of closed days, a row for each time that a date was closed; they stay."""

publications = Table(
    "publications",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("closing", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was published over a stretch of dates, the last of them as far as it had closed; it stays."""

events = Table(
    "events",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)
"""What the outside world has not been told yet."""

readers = Table("readers", METADATA, Column("oldest", String(12), primary_key=True))
"""One row: the oldest schema whose code can read this database, so that a version can be gone back to."""
