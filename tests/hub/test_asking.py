from datetime import date

import pytest
from ledger_driver import LedgerDriver

from hub.asking import report, why

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_a_number_is_explained_in_sentences(ledger: LedgerDriver, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.take()
    second = ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("call-ticket", desk="1", ticket_id=second["ticket_id"], reason="leaving")
    assert why(ledger.settings, "2") == 0
    taken, called = capsys.readouterr().out.splitlines()
    assert taken.endswith("Nummer 2 is gegeven, voor Ido. Er was 1 nummer voor.")
    assert called.endswith("De bezoeker moest bijna weg. Eerder gekomen en nog niet geroepen: 1.")


def test_a_number_that_was_not_given_is_said(ledger: LedgerDriver, capsys: pytest.CaptureFixture[str]) -> None:
    assert why(ledger.settings, "77") == 1
    assert capsys.readouterr().err.strip() != ""


def test_figures_are_printed_exactly_or_protected(ledger: LedgerDriver, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        ledger.visit(questions=[{"outcome": "helped"}])
    ledger.do("close-day")
    assert report(ledger.settings, YEAR, "year", is_public=False) == 0
    assert "2026     Geholpen  3" in capsys.readouterr().out
    assert report(ledger.settings, YEAR, "year", is_public=True) == 0
    assert "2026     Geholpen  <5" in capsys.readouterr().out
    assert ledger.rows("SELECT count(*) FROM publications") == [(1,)]


def test_without_a_database_it_is_said(ledger: LedgerDriver, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.rows("DROP TABLE branch")
    assert why(ledger.settings, "1") == 1
    assert "branch" in capsys.readouterr().err
