"""What was published, and which closing of a date wrote a record.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "publications",
        sa.Column("id", BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("closing", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.add_column("visits", sa.Column("closing", sa.Integer, nullable=False, server_default="1"))
    op.rename_table("days", "old_days")
    names = ("taken", "withdrawn", "helped", "unregistered", "nobody_there", "did_not_come")
    op.create_table(
        "days",
        sa.Column("date", sa.Date, primary_key=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in names),
        sa.Column("closing", sa.Integer, primary_key=True, server_default="1"),
    )
    columns = ", ".join(("date", *names))
    op.execute(f"INSERT INTO days ({columns}) SELECT {columns} FROM old_days")
    op.drop_table("old_days")
