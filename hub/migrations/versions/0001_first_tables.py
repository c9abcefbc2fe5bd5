"""The first tables: journal, answers, visit records, totals, events.

Revision ID: 0001
Revises: none
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "branch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("epoch", sa.String(36), nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("last_at", sa.String(32), nullable=False),
        sa.Column("uptime_s", sa.Float, nullable=False),
        sa.Column("event_sequence", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("id", BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("ticket_id", sa.String(36)),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "requests",
        sa.Column("request_id", sa.String(36), primary_key=True),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("answer", sa.LargeBinary),
        sa.Column("day_answer", sa.BigInteger),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "day_answers",
        sa.Column("id", BIG_ID, primary_key=True, autoincrement=False),
        sa.Column("answer", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "visits",
        sa.Column("id", BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("part_of_day", sa.String(10), nullable=False),
        sa.Column("channel", sa.String(10), nullable=False),
        sa.Column("line", sa.String(40)),
        sa.Column("topic", sa.String(40)),
        sa.Column("outcome", sa.String(12)),
        sa.Column("organisation", sa.String(40)),
        sa.Column("referred_to", sa.String(40)),
        sa.Column("need", sa.String(20)),
        sa.Column("course", sa.String(10)),
    )
    op.create_index("visits_by_date", "visits", ["date"])
    op.create_table(
        "days",
        sa.Column("date", sa.Date, primary_key=True),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
        sa.Column("helped", sa.Integer, nullable=False),
        sa.Column("unregistered", sa.Integer, nullable=False),
        sa.Column("nobody_there", sa.Integer, nullable=False),
        sa.Column("did_not_come", sa.Integer, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
