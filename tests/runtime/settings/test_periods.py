from datetime import time

import pytest

from runtime.settings.periods import read_period, text_of, without_overlap
from runtime.settings.values import Period


def test_a_period_has_a_beginning_and_an_end() -> None:
    assert read_period("09:05-17:30") == Period(time(9, 5), time(17, 30))


@pytest.mark.parametrize(
    "text", ["9:00-10:00", "09:00 - 10:00", "10:00-09:00", "10:00-10:00", "09:00-24:00", "09:60-10:00", "", 9, None]
)
def test_what_is_no_period_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_period(text)


def test_a_period_reads_back_as_it_was_written() -> None:
    assert text_of(read_period("09:05-17:30")) == "09:05-17:30"


def test_periods_come_in_the_order_of_time_and_those_that_meet_do_not_overlap() -> None:
    reported: list[object] = []
    late, early = read_period("12:00-13:00"), read_period("10:00-12:00")
    assert without_overlap([late, None, early], ("quiet",), lambda *fault: reported.append(fault)) == [early, late]
    assert reported == []


def test_each_period_inside_a_long_one_is_reported_where_it_stands() -> None:
    reported: list[object] = []
    periods: list[object] = [read_period(text) for text in ("12:00-13:00", "09:00-18:00", "14:00-15:00")]
    without_overlap(periods, ("quiet",), lambda at, _value, _expected: reported.append(at))
    assert reported == [("quiet", 0), ("quiet", 2)]
