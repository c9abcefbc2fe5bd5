from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from ledger_driver import SUNDAY_MORNING, LedgerDriver, TestTime

from hub.clock import Clock

LONG_AGO = SUNDAY_MORNING - timedelta(days=300)


def test_time_goes_on_from_the_last_stored_moment_where_the_wall_clock_fell_behind(hub_time: TestTime) -> None:
    clock = Clock(SUNDAY_MORNING, 0.0)
    hub_time.wall = LONG_AGO
    assert clock.now().at == SUNDAY_MORNING
    hub_time.wait(seconds=90)
    assert clock.now().at == SUNDAY_MORNING + timedelta(seconds=90)
    assert not clock.now().is_trusted


def test_it_never_runs_backwards_and_a_small_step_back_is_no_reason_to_distrust_it(hub_time: TestTime) -> None:
    clock = Clock(None, 0.0)
    before = clock.now()
    hub_time.wall -= timedelta(seconds=1.5)
    moment = clock.now()
    assert (moment.at, moment.is_trusted) == (before.at, True)


def test_it_is_trusted_again_once_the_wall_clock_has_caught_up(hub_time: TestTime) -> None:
    clock = Clock(None, 0.0)
    clock.now()
    hub_time.wall -= timedelta(hours=1)
    assert not clock.now().is_trusted
    hub_time.wait(minutes=1)
    hub_time.wall += timedelta(hours=2)
    assert clock.now().is_trusted
    assert clock.now().at == hub_time.wall


def test_a_clock_that_nobody_keeps_in_step_is_not_trusted(hub_time: TestTime) -> None:
    clock = Clock(None, 0.0)
    assert clock.now().is_trusted
    hub_time.trust(is_trusted=False)
    assert not clock.now().is_trusted


@pytest.mark.parametrize(("behind_s", "is_trusted"), [(0, True), (3600, False)])
def test_a_battery_clock_serves_where_it_is_not_behind(hub_time: TestTime, behind_s: int, is_trusted: object) -> None:
    hub_time.trust(is_trusted=False)
    hub_time.battery_clock.write_text(f"{int(SUNDAY_MORNING.timestamp()) - behind_s}\n")
    assert Clock(SUNDAY_MORNING, 0.0).now().is_trusted == is_trusted


def test_uptime_is_counted_over_restarts(hub_time: TestTime) -> None:
    hub_time.running_s = 5000
    clock = Clock(None, uptime_s=100.0)
    hub_time.wait(seconds=30)
    assert clock.now().uptime_s == 130


def test_a_clock_that_jumps_back_changes_nothing_but_what_is_said_of_it(ledger: LedgerDriver) -> None:
    ledger.take()
    before = ledger.see("floor")
    ledger.time.wall = LONG_AGO
    ledger.time.running_s += 1
    ledger.ledger.pass_time()
    assert ledger.see("floor") == {**before, "clock": "untrusted"}
    assert ledger.take()["number"] == "2"
    assert [ticket["number"] for ticket in ledger.see("floor")["waiting"]] == ["1", "2"]


def test_waking_up_yesterday_keeps_the_day_its_numbers_and_its_order(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.ledger.touch()
    ledger.time.wall -= timedelta(days=1)
    ledger.time.running_s = 10.0
    ledger.time.trust(is_trusted=False)
    ledger.restart()
    floor = ledger.see("floor")
    assert (floor["day"], floor["clock"]) == ("2026-11-22", "untrusted")
    assert ledger.take()["number"] == "2"
    waiting = ledger.see("floor")["waiting"]
    assert [ticket["number"] for ticket in waiting] == ["1", "2"]
    assert waiting[0]["taken_at"] <= waiting[1]["taken_at"]


def test_a_new_day_waits_for_a_clock_that_is_trusted(ledger: LedgerDriver) -> None:
    ledger.time.trust(is_trusted=False)
    ledger.wait(hours=20)
    assert ledger.see("menu")["day"] == "2026-11-22"
    ledger.time.trust(is_trusted=True)
    ledger.ledger.pass_time()
    assert ledger.see("menu")["day"] is None


def test_no_day_lasts_longer_than_a_day_and_a_half_of_uptime(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.time.trust(is_trusted=False)
    ledger.wait(hours=35)
    ledger.ledger.touch()
    ledger.restart()
    assert ledger.see("menu")["day"] == "2026-11-22"
    ledger.wait(hours=1)
    menu = ledger.see("menu")
    assert (menu["day"], menu["intake"]) == (None, "closed")
    assert ledger.code("take-ticket", device="kiosk-1") == "day-closed"
    ledger.do("open-day")
    assert ledger.take()["number"] == "1"


@pytest.mark.parametrize(
    ("before", "turn"),
    [
        (datetime(2026, 3, 29, 1, 59, tzinfo=UTC), datetime(2026, 3, 29, 2, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 2, 59, tzinfo=UTC), datetime(2026, 10, 25, 3, 0, tzinfo=UTC)),
        (datetime(2026, 7, 14, 1, 59, tzinfo=UTC), datetime(2026, 7, 14, 2, 0, tzinfo=UTC)),
    ],
    ids=["spring", "autumn", "summer"],
)
def test_the_day_turns_over_at_four_by_the_branchs_own_clock(
    hub_time: TestTime, make_ledger: Callable[..., LedgerDriver], before: datetime, turn: datetime
) -> None:
    hub_time.wall = before
    ledger = make_ledger()
    assert ledger.see("menu")["day"] == (before - timedelta(days=1)).date().isoformat()
    ledger.wait(seconds=(turn - before).total_seconds())
    assert ledger.see("menu")["day"] is None
    ledger.take()
    assert ledger.see("menu")["day"] == turn.date().isoformat()


def test_a_start_after_the_turn_of_the_day_closes_yesterday_and_opens_today(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.time.wait(days=1)
    ledger.restart()
    assert ledger.see("menu")["day"] == "2026-11-23"
    assert ledger.rows("SELECT date, nobody_there FROM days") == [("2026-11-22", 1)]
    assert ledger.take()["number"] == "1"


def test_a_day_that_staff_closed_opens_by_itself_on_the_next_date_only(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("close-day")
    assert ledger.do("close-day")["ok"]
    ledger.restart()
    assert ledger.code("take-ticket", device="kiosk-1") == "day-closed"
    assert ledger.code("day-sheet") == "day-closed"
    for allowed in ("report", "report-public"):
        ledger.do(allowed, **{"from": "2026-11-01", "to": "2026-11-30"})
    ledger.do("close-desk", desk="1")
    ledger.do("print-referral", partner="taalhuis")
    ledger.do("open-day")
    ledger.do("open-day")
    assert ledger.take()["number"] == "2"
    ledger.do("close-day")
    ledger.wait(days=1)
    assert ledger.see("menu")["intake"] == "open"
    assert ledger.take()["number"] == "1"
