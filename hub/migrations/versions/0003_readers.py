"""Which is the oldest schema whose code can still read this database.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("readers", sa.Column("oldest", sa.String(12), primary_key=True))
    op.execute("INSERT INTO readers (oldest) VALUES ('0003')")
