from collections.abc import Callable

import pytest
from ledger_driver import LedgerDriver, Payload

REFERRED = {"outcome": "referred", "referred_to": "taalhuis", "organisation": "uwv", "need": "find-way"}
ALL = {"from": "2026-01-01", "to": "2027-12-31"}
PUBLIC = [("report", {"audience": "public"}), ("report-public", {})]


def tables(answer: Payload) -> dict[str, Payload]:
    return {table["id"]: table for table in answer["tables"]}


def rows(answer: Payload, table: str) -> list[list[object]]:
    found: list[list[object]] = tables(answer)[table]["rows"]
    return found


def write_down(ledger: LedgerDriver, times: int, **question: str) -> None:
    for _ in range(times):
        ledger.do("register-question", channel="desk", questions=[{"outcome": "helped", **question}])


def test_a_table_has_exactly_the_fields_of_the_contract(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[REFERRED])
    ledger.do("close-day")
    for command, more in (("report", {}), *PUBLIC):
        for table in ledger.do(command, **ALL, **more)["tables"]:
            assert set(table) == {"id", "title", "columns", "rows", "note"}
            assert all(len(row) == len(table["columns"]) for row in table["rows"])


def test_inside_every_number_is_exact(ledger: LedgerDriver) -> None:
    for _ in range(2):
        ledger.visit(questions=[REFERRED, {"outcome": "course", "course": "digital", "topic": "leren"}])
    ledger.visit()
    ledger.do("close-day")
    report = ledger.do("report", **ALL)
    assert rows(report, "totals") == [["2026-11", 3, 3, 1, 0, 0, 0]]
    assert rows(report, "outcome") == [
        ["2026-11", "Warm doorverwezen", 2], ["2026-11", "Cursus of oefenen", 2], ["2026-11", "Niet ingevuld", 1],
    ]  # fmt: skip
    assert rows(report, "topic") == [["2026-11", "Leren en oefenen", 2], ["2026-11", "Geen onderwerp", 3]]
    assert rows(report, "organisation") == [["2026-11", "UWV", 2], ["2026-11", "Niet ingevuld", 2]]
    assert rows(report, "referred_to") == [["2026-11", "Taalhuis", 2]]
    assert rows(report, "course") == [["2026-11", "Digitaal", 2]]
    assert {table["note"] for table in report["tables"]} == {None}


@pytest.mark.parametrize(
    ("by", "stretches"),
    [
        ("day", ["2026-11-22", "2026-12-23", "2027-01-22"]),
        ("month", ["2026-11", "2026-12", "2027-01"]),
        ("quarter", ["2026-Q4", "2027-Q1"]),
        ("year", ["2026", "2027"]),
    ],
)
def test_figures_are_counted_by_the_stretch_that_was_asked_for(
    ledger: LedgerDriver, by: str, stretches: list[str]
) -> None:
    for days in (31, 30, 0):
        ledger.visit()
        ledger.do("close-day")
        ledger.wait(days=days)
    for command, more in (("report", {}), *PUBLIC):
        report = ledger.do(command, **ALL, **more, by=by)
        assert [row[0] for row in rows(report, "totals")] == stretches


def test_both_dates_are_included(ledger: LedgerDriver) -> None:
    for _ in range(3):
        ledger.visit()
        ledger.do("close-day")
        ledger.wait(days=1)
    report = ledger.do("report", **{"from": "2026-11-22", "to": "2026-11-23", "by": "day"})
    assert [row[0] for row in rows(report, "totals")] == ["2026-11-22", "2026-11-23"]
    assert [row[0] for row in rows(report, "outcome")] == ["2026-11-22", "2026-11-23"]


@pytest.mark.parametrize(("command", "more"), PUBLIC)
def test_outside_small_numbers_are_hidden_and_cannot_be_worked_out(
    ledger: LedgerDriver, command: str, more: Payload
) -> None:
    write_down(ledger, 23, topic="digid")
    write_down(ledger, 12, topic="digid-app")
    write_down(ledger, 3, topic="leren")
    ledger.do("close-day")
    report = ledger.do(command, **ALL, **more)
    assert rows(report, "topic") == [
        ["2026-11", "DigiD en inloggen", 25],
        ["2026-11", "App doet het niet", "…"],
        ["2026-11", "Leren en oefenen", "<5"],
    ]  # fmt: skip
    assert rows(report, "channel") == [["2026-11", "Aan de balie, zonder nummer", 40]]
    assert "<5" in tables(report)["topic"]["note"]


@pytest.mark.parametrize(("command", "more"), PUBLIC)
def test_a_number_that_stands_in_the_totals_and_in_a_table_is_hidden_in_both(
    ledger: LedgerDriver, command: str, more: Payload
) -> None:
    for _ in range(8):
        ledger.visit()
    for _ in range(3):
        ledger.visit(questions=[{"outcome": "course"}])
    for _ in range(12):
        ledger.visit(questions=[{"outcome": "helped"}])
    ledger.do("close-day")
    report = ledger.do(command, **ALL, **more)
    assert ["2026-11", "Niet ingevuld", "…"] in rows(report, "outcome")
    [totals] = rows(report, "totals")
    assert totals == ["2026-11", 25, 25, "…", 0, 0, 0]


def test_where_most_would_be_hidden_and_nobody_asked_for_months_longer_stretches_are_shown(
    ledger: LedgerDriver,
) -> None:
    for _ in range(3):
        write_down(ledger, 4)
        ledger.do("close-day")
        ledger.wait(days=30)
    assert rows(ledger.do("report-public", **ALL), "outcome") == [
        ["2026-Q4", "Geholpen", 10], ["2027-Q1", "Geholpen", "<5"],
    ]  # fmt: skip
    assert rows(ledger.do("report", **ALL), "outcome")[0] == ["2026-11", "Geholpen", 4]


def test_a_longer_stretch_does_not_tell_what_shorter_ones_hid_before(ledger: LedgerDriver) -> None:
    for _ in range(2):
        write_down(ledger, 4)
        ledger.do("close-day")
        ledger.wait(days=30)
    months = [["2026-11", "Geholpen", "<5"], ["2026-12", "Geholpen", "<5"]]
    assert rows(ledger.do("report-public", **ALL, by="month"), "outcome") == months
    assert ["2026", "Geholpen", "…"] in rows(ledger.do("report-public", **ALL, by="year"), "outcome")
    assert rows(ledger.do("report-public", **ALL), "outcome") == months


def test_what_went_out_goes_out_the_same_again_after_a_restart(ledger: LedgerDriver) -> None:
    write_down(ledger, 12, topic="digid")
    ledger.do("close-day")
    first = ledger.do("report-public", **ALL)["tables"]
    ledger.restart()
    assert ledger.do("report-public", **ALL)["tables"] == first
    assert ledger.rows("SELECT count(*) FROM publications") == [(1,)]


def test_the_branch_says_from_which_number_up_it_publishes(make_ledger: Callable[..., LedgerDriver]) -> None:
    ledger = make_ledger("[reports]\nthreshold = 10\n")
    write_down(ledger, 8)
    ledger.do("close-day")
    report = ledger.do("report-public", **ALL, by="month")
    assert rows(report, "channel") == [["2026-11", "Aan de balie, zonder nummer", "<10"]]


def test_a_topic_that_the_branch_file_no_longer_has_keeps_its_id(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[{"outcome": "helped", "topic": "digid"}])
    ledger.do("close-day")
    ledger.store._connection.exec_driver_sql("UPDATE visits SET topic = 'gone'")  # type: ignore[union-attr]
    ledger.store._connection.commit()  # type: ignore[union-attr]
    assert rows(ledger.do("report", **ALL), "topic") == [["2026-11", "gone", 1]]
