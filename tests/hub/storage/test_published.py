from datetime import date
from pathlib import Path

from sqlalchemy import text

from hub.storage.engine import open_engine
from hub.storage.published import Published, recall, remember

JANUARY = Published(date(2026, 1, 1), date(2026, 1, 31), 1, b"january")
FEBRUARY = Published(date(2026, 2, 1), date(2026, 2, 28), 2, b"february")


def test_what_touches_a_stretch_is_remembered_in_the_order_of_going_out(empty_database: Path) -> None:
    engine = open_engine(f"sqlite:///{empty_database}")
    with engine.connect() as connection:
        remember(connection, [FEBRUARY, JANUARY])
        assert recall(connection, date(2026, 1, 31), date(2026, 2, 1)) == [FEBRUARY, JANUARY]
        assert recall(connection, date(2026, 2, 2), date(2026, 3, 1)) == [FEBRUARY]
        assert recall(connection, date(2026, 3, 1), date(2026, 3, 1)) == []
        remember(connection, [])
        assert connection.execute(text("SELECT count(*) FROM publications")).scalar() == 2
        connection.rollback()
    connection.close()
    engine.dispose()
