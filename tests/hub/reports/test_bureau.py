"""Reports for outside beside the queue: who asks for one keeps nobody from a number."""

import logging
import random
import sqlite3
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hub_process import HubProcess
from ledger_driver import LedgerDriver, body, request
from wire_client import WireClient

from hub.reports.bureau import WAITING_MOST, Bureau
from wire.glance import ASKED, QUESTION

YEAR = {"from": "2026-01-01", "to": "2026-12-31"}
PATIENCE_S = 30


def fill(database: Path) -> None:
    """A busy year: sixty days with forty questions each, about much that is rare."""
    luck = random.Random(7)  # noqa: S311 - only has to be the same each time
    with sqlite3.connect(database) as connection:
        for number in range(60):
            day = (date(2026, 1, 5) + timedelta(days=5 * number)).isoformat()
            asked = [
                (
                    day,
                    luck.choice(("morning", "afternoon", "evening")),
                    luck.choice(("digid", "digid-app", "leren", None)),
                    luck.choice(("helped", "helped", "helped", "referred", "comes-back")),
                    luck.choice(("uwv", None)),
                    luck.choice(("do-together", "is-it-real", "look-along", "find-way", None)),
                )
                for _ in range(40)
            ]
            connection.executemany(
                "INSERT INTO visits (date, part_of_day, channel, topic, outcome, organisation, need)"
                " VALUES (?, ?, 'ticket', ?, ?, ?, ?)",
                asked,
            )
            connection.execute(
                "INSERT INTO days (date, taken, withdrawn, helped, unregistered, nobody_there, did_not_come)"
                " VALUES (?, 44, 1, 40, 0, 2, 1)",
                (day,),
            )
    connection.close()


def test_who_takes_a_number_during_a_report_has_it_before_the_report_is_there(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    fill(hub.database)
    client = client_of(hub)
    report = client.post("report-public", body(**YEAR, by="month"), expiry_s=10)
    numbers = [client.post("take-ticket", body(device="kiosk-1"), expiry_s=10) for _ in range(3)]
    for each in (report, *numbers):
        assert client.wait_for(lambda wanted=each: client.answer_to(wanted), PATIENCE_S)
    assert client.answered[-1] == report
    answer = client.answer_to(report)
    assert answer is not None
    assert len(answer["tables"][0]["rows"]) == 10


def test_reports_are_made_one_after_another_so_that_each_knows_the_one_before(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    fill(hub.database)
    client = client_of(hub)
    first = body(**YEAR, by="quarter")
    asked = [
        client.post(*each, expiry_s=10)
        for each in (("report-public", first), ("report-public", body(**YEAR)), ("report-public", first))
    ]
    answers = [client.wait_for(lambda wanted=each: client.answer_to(wanted), PATIENCE_S) for each in asked]
    assert all(answer and answer["ok"] for answer in answers)
    assert client.answered == asked
    assert answers[0] == answers[2]
    with sqlite3.connect(hub.database) as connection:
        stretches = connection.execute("SELECT first, last, closing FROM publications").fetchall()
    connection.close()
    assert len(stretches) == len(set(stretches))


@pytest.fixture
def bureau() -> Bureau:
    return Bureau(threading.Event().set)


def later(driver: LedgerDriver, expiry_s: float = 5) -> tuple[object, ...]:
    [each] = driver.ledger.carry_out([request("report-public", body(**YEAR), expiry_s)]).later
    return each


def test_a_report_that_is_repeated_does_not_wait_for_the_one_in_hand(ledger: LedgerDriver, bureau: Bureau) -> None:
    asked = body(**YEAR)
    [first] = ledger.carry_out(("report-public", asked)).replies
    assert bureau.take(*later(ledger))  # type: ignore[arg-type]
    bureau.turn(ledger.ledger)
    again = ledger.ledger.carry_out([request("report-public", asked)])
    assert (again.later, [each.payload for each in again.replies]) == ([], [first.payload])


def test_a_doctor_that_looks_again_and_again_leaves_no_line_and_no_figure(
    ledger: LedgerDriver, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        answers = [ledger.carry_out((QUESTION, ASKED)).replies[0].payload for _ in range(3)]
    assert (b'"ok":true' in answers[0], len(set(answers)), caplog.messages) == (True, 1, [])
    assert ledger.rows("SELECT count(*) FROM requests") == [(1,)]
    assert ledger.rows("SELECT count(*) FROM publications") == [(0,)]


def test_whoever_asks_for_too_many_is_left_without_an_answer(ledger: LedgerDriver, bureau: Bureau) -> None:
    taken = [bureau.take(*later(ledger)) for _ in range(WAITING_MOST + 1)]  # type: ignore[arg-type]
    assert taken == [True] * WAITING_MOST + [False]


def test_nobody_answers_who_no_longer_waits(ledger: LedgerDriver, bureau: Bureau) -> None:
    each = later(ledger, 0.05)
    threading.Event().wait(0.1)
    assert bureau.take(*each)  # type: ignore[arg-type]
    assert bureau.turn(ledger.ledger) == []
    assert not bureau.is_busy


def test_a_report_that_cannot_be_made_is_refused_and_the_next_one_is_made(
    ledger: LedgerDriver, caplog: pytest.LogCaptureFixture
) -> None:
    ledger.rows("DROP TABLE visits")
    with caplog.at_level(logging.ERROR):
        assert ledger.code("report-public", **YEAR) == "storage-failed"
    assert ledger.ask("take-ticket", device="kiosk-1")["ok"] is True
