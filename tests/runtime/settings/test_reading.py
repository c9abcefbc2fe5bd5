from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from runtime.settings.faults import Fault
from runtime.settings.model import Period, Settings

Read = Callable[[str], Settings]
Faults = Callable[[str], list[Fault]]


def test_hours_are_kept_by_weekday_in_the_order_of_time(read: Read) -> None:
    opening = read('[opening]\nmonday = ["13:00-17:00", "09:00-12:00"]\nsunday = []\n').opening
    assert opening is not None
    assert opening.hours == {0: (Period(time(9), time(12)), Period(time(13), time(17)))}


def test_dates_may_be_texts_or_toml_dates(read: Read) -> None:
    opening = read('[opening]\nmonday = ["09:00-12:00"]\nclosed_on = ["2026-12-25", 2026-12-26]\n').opening
    assert opening is not None
    assert opening.closed_on == {date(2026, 12, 25), date(2026, 12, 26)}


def test_a_file_that_is_named_is_looked_for_beside_the_branch_file(read: Read) -> None:
    settings = read('[console]\nstaff_password_file = "staff.argon2"\n[service]\npin_file = "/etc/pin"\n')
    assert settings.console.staff_password_file == settings.path.parent / "staff.argon2"
    assert settings.service.pin_file == Path("/etc/pin")


def test_a_table_that_is_there_in_part_keeps_the_other_defaults(read: Read) -> None:
    screen = read("[[displays]]\n[displays.screen]\npixels = [1080, 1920]\n").displays[0].screen
    assert screen.pixels == (1080, 1920)
    assert screen.viewing_distance_mm == 5000


def test_a_key_that_is_missing_is_told_at_the_table_where_it_belongs(faults: Faults) -> None:
    assert [(fault.key, fault.value, fault.line) for fault in faults("\n[[notices]]\nid = 'break'\n")] == [
        ("notices[0].names", None, 5)
    ]


def test_one_faulty_value_is_one_fault_only(faults: Faults) -> None:
    assert [fault.key for fault in faults("[[lines]]\nid = 7\n[[desks]]\nid = '1'\n")] == ["lines[0].id"]


def test_a_list_where_a_table_belongs_is_one_fault_only(faults: Faults) -> None:
    assert [(fault.key, fault.expected) for fault in faults("[[calling]]\nvolume = 3\n")] == [("calling", "a table")]


def test_the_nearest_known_key_is_suggested(faults: Faults) -> None:
    assert faults("[[kiosks]]\nidle_second = 90\n")[0].expected == 'no unknown key; did you mean "idle_seconds"?'


def test_without_a_near_one_all_known_keys_are_told(faults: Faults) -> None:
    assert faults("[reports]\nzzz = 1\n")[0].expected == "no unknown key; known here: threshold, keep_months"
