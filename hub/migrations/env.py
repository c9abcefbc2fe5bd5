"""Alembic's entry: runs migrations on the hub's own connection."""

from alembic import context

from hub.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transaction_per_migration=True,
    render_as_batch=True,
)
context.run_migrations()
