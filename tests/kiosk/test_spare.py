from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.spare import Spare, SpareBook

GIVEN_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def new_spare(number: str = "Z1", instead_of: str = "a") -> Spare:
    return Spare(
        number=number,
        request_id="r",
        instead_of=instead_of,
        topic=None,
        language="nl",
        boot_id="boot-1",
        taken_up_s=1000.0,
        taken_at=GIVEN_AT,
    )


def test_its_age_is_counted_by_the_machines_own_clock_whatever_the_wall_clock_says() -> None:
    assert new_spare().seconds_ago("boot-1", 1060.0, GIVEN_AT - timedelta(days=300)) == 60


@pytest.mark.parametrize(
    ("by_wall", "ago_s"), [(timedelta(minutes=5), 300), (timedelta(seconds=5), 20), (timedelta(days=9), 20)]
)
def test_after_a_restart_of_the_machine_it_is_at_least_as_old_as_that(by_wall: timedelta, ago_s: float) -> None:
    assert new_spare().seconds_ago("boot-2", 20.0, GIVEN_AT + by_wall) == ago_s


def test_counting_goes_on_within_a_date_begins_anew_on_the_next_and_never_goes_back() -> None:
    book = SpareBook()
    assert book.next_count(TODAY) == 1
    book = book.with_new(new_spare(), 1, TODAY)
    assert book.next_count(TODAY) == 2
    assert book.next_count(TODAY + timedelta(days=1)) == 1
    assert book.next_count(TODAY - timedelta(days=1)) == 2
    assert book.with_new(new_spare("Z2", "b"), 2, TODAY - timedelta(days=1)).day == TODAY


def test_two_spares_with_one_number_of_two_dates_are_told_apart() -> None:
    book = SpareBook(day=TODAY, given=1, waiting=(new_spare("Z1", "a"), new_spare("Z1", "b")))
    changed = book.with_changed(replace(new_spare("Z1", "b"), wants_fetch=True))
    assert [spare.wants_fetch for spare in changed.waiting] == [False, True]
    assert [spare.instead_of for spare in book.without(new_spare("Z1", "a")).waiting] == ["b"]
    found = book.find("b")
    assert found is not None
    assert found.instead_of == "b"
    assert book.find("c") is None
