import pytest

from hub.alerts.pace import TIMES_MOST, Pace


@pytest.fixture
def pace() -> Pace:
    return Pace()


def test_it_is_told_at_once_and_again_each_minute(pace: Pace) -> None:
    assert not pace.is_due(is_alone=False, now_s=0)
    told_s = [now_s for now_s in range(1, 200) if pace.is_due(is_alone=True, now_s=now_s)]
    assert told_s == [1, 61, 121, 181]


def test_it_is_not_told_for_ever(pace: Pace) -> None:
    assert sum(pace.is_due(is_alone=True, now_s=now_s) for now_s in range(36_000)) == TIMES_MOST


def test_once_somebody_came_it_begins_anew(pace: Pace) -> None:
    assert pace.is_due(is_alone=True, now_s=0)
    assert not pace.is_due(is_alone=False, now_s=20)
    assert pace.is_due(is_alone=True, now_s=30)


def test_where_it_comes_and_goes_all_the_time_it_is_told_now_and_then(pace: Pace) -> None:
    assert sum(pace.is_due(is_alone=now_s % 2 == 0, now_s=now_s) for now_s in range(100)) == 10
