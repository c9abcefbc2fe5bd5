from ledger_driver import LedgerDriver, Payload


def totals(answer: Payload) -> dict[str, int]:
    return dict(answer["tables"][0]["rows"])


def test_the_open_day_is_counted_exactly(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[{"outcome": "helped"}])
    ledger.visit()
    ledger.do("withdraw-ticket", ticket_id=ledger.take()["ticket_id"])
    sheet = ledger.do("day-sheet")
    assert totals(sheet) == {
        "Nummers gegeven": 3, "Bezoeken": 2, "Bezoeken niet ingevuld": 1, "Niet gekomen": 0, "Niet meer geroepen": 0,
        "Zelf gestopt": 1,
    }  # fmt: skip
    outcomes = next(table for table in sheet["tables"] if table["id"] == "outcome")
    assert outcomes["rows"] == [["2026-11-22", "Geholpen", 1], ["2026-11-22", "Niet ingevuld", 1]]


def test_a_day_that_was_closed_and_opened_again_is_one_day(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[{"outcome": "helped"}])
    ledger.do("close-day")
    ledger.do("open-day")
    ledger.visit(questions=[{"outcome": "helped"}])
    sheet = ledger.do("day-sheet")
    assert (totals(sheet)["Nummers gegeven"], totals(sheet)["Bezoeken"]) == (2, 2)
    outcomes = next(table for table in sheet["tables"] if table["id"] == "outcome")
    assert outcomes["rows"] == [["2026-11-22", "Geholpen", 2]]


def test_yesterday_is_not_today(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.wait(days=1)
    assert totals(ledger.do("day-sheet"))["Nummers gegeven"] == 0
