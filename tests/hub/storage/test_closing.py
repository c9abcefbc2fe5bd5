"""What is left of a day when it has closed: looked for in the bytes on disk, not only in the tables."""

import sqlite3
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from ledger_driver import LedgerDriver

from hub.storage.closing import part_of_day

REGISTERED = [{"outcome": "referred", "referred_to": "taalhuis", "organisation": "uwv", "need": "find-way"}]


def bytes_on_disk(ledger: LedgerDriver) -> bytes:
    return b"".join(path.read_bytes() for path in ledger.folder.glob("beurt.db*") if path.suffix != ".db-shm")


def busy_day(ledger: LedgerDriver, visits: int) -> list[str]:
    """A day with all that may happen; the ids that nobody may find afterwards."""
    ids = []
    for number in range(visits):
        done = ledger.visit(questions=REGISTERED) if number % 3 else ledger.visit()
        ids += [done["ticket_id"], done["visit_id"], ledger.calls()[0]["call_id"]]
        if number % 5 == 0:
            ledger.do("undo", desk="1")
            ledger.do("park-ticket", desk="1")
        ledger.do("report-print", ticket_id=done["ticket_id"], device="kiosk-1", paper="printed")
        ledger.do("why", number=done["number"])
        waiting = ledger.take(line="ido", fetch_me=True)
        ids.append(waiting["ticket_id"])
        ledger.do("withdraw-ticket", ticket_id=waiting["ticket_id"])
        ledger.wait(minutes=1)
    return ids


@pytest.mark.parametrize("visits", [1, 30])
def test_nothing_of_a_living_ticket_is_left_on_disk_after_the_close(ledger: LedgerDriver, visits: int) -> None:
    ids = busy_day(ledger, visits)
    waiting = ledger.take(spare_number="Z7", taken_ago_s=10)
    ids.append(waiting["ticket_id"])
    before = bytes_on_disk(ledger)
    assert all(each.encode() in before for each in ids)
    ledger.do("close-day")
    left = bytes_on_disk(ledger)
    assert [each for each in ids if each.encode() in left] == []
    assert [what for what in (b'"ticket_id"', b'"number"', b"taken_at", b"ticket-taken") if what in left] == []


def test_what_somebody_else_was_reading_at_the_close_goes_as_soon_as_it_can(ledger: LedgerDriver) -> None:
    ledger.store._connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
    ledger.store._connection.commit()  # type: ignore[union-attr]
    ids = busy_day(ledger, 2)
    reader = sqlite3.connect(ledger.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM facts").fetchone()
    ledger.do("close-day")
    assert ids[0].encode() in bytes_on_disk(ledger)
    reader.close()
    ledger.ledger.touch()
    left = bytes_on_disk(ledger)
    assert [each for each in ids if each.encode() in left] == []


def test_what_a_power_cut_left_of_a_closed_day_goes_at_the_next_start(ledger: LedgerDriver) -> None:
    ids = busy_day(ledger, 2)
    reader = sqlite3.connect(ledger.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM facts").fetchone()
    ledger.store._connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
    ledger.store._connection.commit()  # type: ignore[union-attr]
    ledger.do("close-day")
    reader.execute("COMMIT")
    assert ids[0].encode() in bytes_on_disk(ledger)
    first = ledger.store
    ledger.start()
    left = bytes_on_disk(ledger)
    first.close()
    reader.close()
    assert [each for each in ids if each.encode() in left] == []


def test_visit_records_and_totals_stay(ledger: LedgerDriver) -> None:
    for _ in range(2):
        ledger.visit(questions=REGISTERED)
    ledger.visit()
    ledger.take()
    ledger.do("call-next", desk="1")
    ledger.do("miss-ticket", desk="1")
    for _ in range(4):
        last = ledger.take()
    ledger.do("withdraw-ticket", ticket_id=last["ticket_id"])
    ledger.do("call-next", desk="1")
    ledger.do("park-ticket", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("close-day")
    assert ledger.rows("SELECT * FROM days") == [("2026-11-22", 8, 1, 3, 1, 3, 1, 1)]
    records = ledger.rows("SELECT date, part_of_day, channel, line, topic, outcome, organisation FROM visits")
    assert sorted(records, key=str) == [
        ("2026-11-22", "morning", "ticket", "ido", None, "referred", "uwv"),
        ("2026-11-22", "morning", "ticket", "ido", None, "referred", "uwv"),
        ("2026-11-22", "morning", "ticket", "ido", None, None, None),
    ]


def test_a_visit_that_goes_on_at_the_close_ends_unregistered(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("start-visit", desk="1")
    ledger.do("close-day")
    assert ledger.rows("SELECT taken, helped, unregistered, nobody_there FROM days") == [(1, 1, 1, 0)]
    assert ledger.rows("SELECT outcome FROM visits") == [(None,)]


def test_a_day_that_was_opened_again_leaves_the_totals_of_each_of_its_closings(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.do("close-day")
    ledger.do("open-day")
    assert ledger.visit()["number"] == "2"
    ledger.do("close-day")
    assert ledger.rows("SELECT date, closing, taken, helped FROM days") == [
        ("2026-11-22", 1, 1, 1),
        ("2026-11-22", 2, 1, 1),
    ]


def test_records_go_after_the_months_that_they_are_kept(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.do("close-day")
    for months in (6, 8):
        ledger.wait(days=31 * months)
        ledger.visit()
        ledger.do("close-day")
    assert len(ledger.rows("SELECT * FROM visits")) == 2
    assert len(ledger.rows("SELECT * FROM days")) == 3


@pytest.mark.parametrize(
    ("hour", "part"), [(8, "morning"), (10, "morning"), (11, "afternoon"), (15, "afternoon"), (16, "evening")]
)
def test_of_a_time_only_the_part_of_the_day_is_kept(hour: int, part: str) -> None:
    at = datetime(2026, 11, 22, hour, 59, tzinfo=UTC)
    assert part_of_day(at, ZoneInfo("Europe/Amsterdam")) == part


def test_records_of_a_day_stand_in_no_order(ledger: LedgerDriver) -> None:
    outcomes = ["helped", "referred", "course", "comes-back"] * 8
    for outcome in outcomes:
        ledger.do("register-question", channel="phone", questions=[{"outcome": outcome}])
    ledger.do("close-day")
    stored = [outcome for (outcome,) in ledger.rows("SELECT outcome FROM visits ORDER BY id")]
    assert sorted(stored) == sorted(outcomes)
    assert stored != outcomes


def test_the_date_of_a_record_is_the_day_and_not_the_date_at_its_end(ledger: LedgerDriver) -> None:
    ledger.time.wall = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    ledger.visit()
    ledger.wait(hours=2)
    assert ledger.rows("SELECT date FROM days") == [(date(2026, 11, 22).isoformat(),)]


def test_when_each_number_was_taken_is_forgotten(ledger: LedgerDriver) -> None:
    for _ in range(3):
        ledger.take()
        ledger.wait(minutes=7)
    given = [at for (at,) in ledger.rows("SELECT at FROM requests ORDER BY at")]
    ledger.do("close-day")
    kept = {at for (at,) in ledger.rows("SELECT at FROM requests")}
    assert len(set(given)) == 3
    assert kept.isdisjoint(given[:2])
