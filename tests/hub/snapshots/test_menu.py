from collections.abc import Callable

import pytest
from ledger_driver import LedgerDriver

HOURS = """
[opening]
sunday = ["10:00-12:00", "13:00-17:00"]
monday = ["10:00-17:00"]
last_ticket_minutes = 15
"""


@pytest.fixture
def ledger(make_ledger: Callable[..., LedgerDriver]) -> LedgerDriver:
    """It is ten in the morning on a Sunday, and the doors have just opened."""
    return make_ledger(HOURS)


def test_the_menu_has_exactly_the_fields_of_the_contract(ledger: LedgerDriver) -> None:
    menu = ledger.see("menu")
    assert set(menu) == {
        "epoch", "revision", "at", "day", "clock", "branch_name", "mode", "intake", "notice", "opens_at", "closes_at",
        "staffed", "coming", "waiting", "alert", "languages", "topics",
    }  # fmt: skip
    wanted = {
        "day": "2026-11-22", "clock": "trusted", "branch_name": "Bibliotheek Proef", "mode": "topics",
        "intake": "open", "notice": None, "opens_at": "2026-11-22T12:00:00.000Z",
        "closes_at": "2026-11-22T11:00:00.000Z", "staffed": "later", "coming": False, "waiting": 0, "alert": False,
        "languages": ["nl", "en", "ar"],
    }  # fmt: skip
    assert wanted.items() <= menu.items()
    digid, leren = menu["topics"]
    assert set(digid) == {"id", "line", "picture", "names", "open", "hours", "topics"}
    assert (digid["picture"], digid["open"], digid["hours"]) == ("digid", True, None)
    # The branch file names it in two of its three languages; the catalogue knows the third.
    assert set(digid["names"]) == {"nl", "en", "ar"}
    assert (digid["names"]["nl"], digid["names"]["en"]) == ("DigiD en inloggen", "DigiD and logging in")
    assert [(topic["id"], topic["line"], topic["topics"]) for topic in digid["topics"]] == [("digid-app", "ido", [])]
    assert leren["topics"] == []


def test_the_intake_follows_the_hours_and_closes_before_the_doors_do(ledger: LedgerDriver) -> None:
    ledger.wait(minutes=104, seconds=59)
    assert ledger.see("menu")["intake"] == "open"
    ledger.wait(seconds=1)
    menu = ledger.see("menu")
    assert (menu["intake"], menu["staffed"], menu["closes_at"]) == ("closed", "later", "2026-11-22T11:00:00.000Z")
    assert ledger.code("take-ticket", device="kiosk-1") == "intake-closed"
    ledger.wait(minutes=15)
    menu = ledger.see("menu")
    assert (menu["staffed"], menu["opens_at"], menu["closes_at"]) == ("no", "2026-11-22T12:00:00.000Z", None)
    ledger.wait(hours=6)
    assert ledger.see("menu")["opens_at"] == "2026-11-23T09:00:00.000Z"


def test_staff_open_the_intake_until_the_next_opening_or_closing_time(ledger: LedgerDriver) -> None:
    ledger.wait(minutes=110)
    ledger.do("open-intake", notice="break")
    menu = ledger.see("menu")
    assert (menu["intake"], menu["notice"]) == ("open", "break")
    ledger.take()
    ledger.wait(minutes=10)
    menu = ledger.see("menu")
    assert (menu["intake"], menu["notice"]) == ("closed", None)


def test_staff_close_the_intake_with_a_notice_until_they_open_it(ledger: LedgerDriver) -> None:
    ledger.do("close-intake", notice="break")
    menu = ledger.see("menu")
    assert (menu["intake"], menu["notice"]) == ("closed", "break")
    ledger.do("open-intake")
    menu = ledger.see("menu")
    assert (menu["intake"], menu["notice"]) == ("open", None)


def test_it_is_staffed_while_a_desk_is_open_and_a_paused_one_counts(ledger: LedgerDriver) -> None:
    ledger.do("open-desk", desk="1")
    assert ledger.see("menu")["staffed"] == "now"
    ledger.do("pause-desk", desk="1")
    assert ledger.see("menu")["staffed"] == "now"
    ledger.do("close-desk", desk="1")
    assert ledger.see("menu")["staffed"] == "later"


def test_somebody_is_coming_until_a_desk_opens_or_ten_minutes_passed(ledger: LedgerDriver) -> None:
    ledger.do("acknowledge")
    assert ledger.see("menu")["coming"] is True
    assert (ledger.see("board")["coming"], ledger.see("floor")["coming"]) == (True, True)
    ledger.wait(minutes=10)
    assert ledger.see("menu")["coming"] is False
    ledger.do("acknowledge", desk="1")
    ledger.do("open-desk", desk="1")
    assert ledger.see("menu")["coming"] is False


def test_a_line_with_hours_of_its_own_closes_its_topics(make_ledger: Callable[..., LedgerDriver]) -> None:
    ledger = make_ledger('[[lines]]\nid = "extra"\nletter = "B"\nhours = { sunday = ["11:00-12:30", "14:00-15:00"] }\n'
                         '[[topics]]\nid = "zorg"\nline = "extra"\nnames = { nl = "Zorg" }\n')  # fmt: skip
    [zorg] = [topic for topic in ledger.see("menu")["topics"] if topic["id"] == "zorg"]
    assert (zorg["open"], zorg["hours"]) == (False, "11:00–12:30, 14:00–15:00")  # noqa: RUF001
    assert ledger.code("take-ticket", device="kiosk-1", topic="zorg") == "line-closed"
    ledger.wait(hours=1)
    assert ledger.take(topic="zorg")["number"] == "B1"
    ledger.wait(days=1)
    [zorg] = [topic for topic in ledger.see("menu")["topics"] if topic["id"] == "zorg"]
    assert (zorg["open"], zorg["hours"]) == (False, None)


def test_after_the_turn_of_the_day_the_intake_is_what_a_command_would_find(ledger: LedgerDriver) -> None:
    ledger.wait(hours=18)
    menu = ledger.see("menu")
    assert (menu["day"], menu["intake"], menu["staffed"]) == (None, "closed", "no")
    ledger.wait(hours=7)
    menu = ledger.see("menu")
    assert (menu["day"], menu["intake"], menu["staffed"]) == (None, "open", "later")
    assert ledger.take()["number"] == "1"
    assert ledger.see("menu")["day"] == "2026-11-23"


def test_the_menu_tells_a_lamp_that_somebody_waits_for_whom_no_desk_is_free(ledger: LedgerDriver) -> None:
    ledger.take()
    assert ledger.see("menu")["alert"] is True
    ledger.do("acknowledge")
    assert (ledger.see("menu")["alert"], ledger.see("menu")["coming"]) == (False, True)
    ledger.do("open-desk", desk="1")
    assert ledger.see("menu")["alert"] is False
