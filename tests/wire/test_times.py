from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.times import at_moment, at_text


def test_a_moment_is_written_in_utc_with_milliseconds_and_z() -> None:
    noon_here = datetime(2026, 3, 10, 12, 0, 0, 123999, tzinfo=timezone(timedelta(hours=1)))
    assert at_text(noon_here) == "2026-03-10T11:00:00.123Z"


def test_a_whole_second_keeps_its_milliseconds() -> None:
    assert at_text(datetime(2026, 3, 10, 11, tzinfo=UTC)) == "2026-03-10T11:00:00.000Z"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        at_text(datetime(2026, 3, 10, 11))  # noqa: DTZ001 - the fault under test
    with pytest.raises(ValueError, match="time zone"):
        at_moment("2026-03-10T11:00:00")


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_was_written_is_read_back_to_the_millisecond(moment: datetime) -> None:
    assert at_moment(at_text(moment)) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)
