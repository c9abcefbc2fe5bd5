from datetime import UTC, datetime

import msgspec
import pytest
from fleets import CARD, NO_PAPER, a_morning, branch, fleet
from msgspec.structs import replace
from reports import NO_PAPER as NO_PAPER_FOUND
from reports import WARM, WELL, report

from doctor.fleet.branches import LONGEST, MOST_TROUBLES, Branch, Fleet, is_stale, of_reports, unreachable

NOW = datetime(2026, 3, 10, 8, 10, tzinfo=UTC)


def test_a_branch_is_as_bad_as_its_worst_box() -> None:
    seen = of_reports("Hengelo", [report(WELL), report(WARM, NO_PAPER_FOUND, devices=("hub-1",), version="0.2.0")], NOW)
    assert seen.state == "critical"
    assert [trouble.name for trouble in seen.troubles] == ["printer (kiosk-1)", "temperature"]
    assert (seen.devices, seen.versions) == (("kiosk-1", "hub-1"), ("0.1.0", "0.2.0"))


def test_what_two_boxes_say_alike_is_told_once() -> None:
    assert len(of_reports("Hengelo", [report(WARM), report(WARM)], NOW).troubles) == 1


def test_a_report_of_yesterday_is_no_good_news() -> None:
    seen = of_reports("Hengelo", [report(WELL, at="2026-03-09T08:00:00.000Z")], NOW)
    assert seen.state == "critical"
    assert "2026-03-09" in seen.troubles[0].what


@pytest.mark.parametrize(
    ("at", "is_old"), [("2026-03-10T07:50:00Z", False), ("2026-03-10T07:30:00Z", True), ("x", True)]
)
def test_a_doctor_that_looked_half_an_hour_ago_says_little(*, at: str, is_old: bool) -> None:
    assert is_stale(at, NOW) is is_old


def test_however_much_is_wrong_the_branch_stays_small() -> None:
    loud = [replace(WARM, what=f"{n} {'x' * 5000}") for n in range(200)]
    seen = of_reports("Hengelo", [report(*loud)], NOW)
    assert len(seen.troubles) == MOST_TROUBLES
    assert all(len(trouble.what) <= LONGEST for trouble in seen.troubles)


@pytest.mark.parametrize(
    ("branches", "code"),
    [
        ((), 0),
        ((branch("A"),), 0),
        ((branch("A"), branch("B", CARD)), 1),
        ((branch("A", NO_PAPER), branch("B")), 2),
        ((branch("A"), unreachable("B", "gone")), 2),
    ],
)
def test_the_exit_code_is_that_of_the_worst(branches: tuple[Branch, ...], code: int) -> None:
    assert fleet(*branches).exit_code == code


def test_a_fleet_is_read_as_it_was_written() -> None:
    assert msgspec.json.decode(msgspec.json.encode(a_morning()), type=Fleet) == a_morning()


def test_programs_read_the_advice_by_the_name_it_has_in_the_reports() -> None:
    assert msgspec.to_builtins(NO_PAPER)["todo"] == NO_PAPER.advice
