from hypothesis import given
from hypothesis import strategies as st

from hub.reports.protection.hiding import hidden, shown

COUNTS = st.dictionaries(st.integers(0, 9), st.integers(0, 40), min_size=1)


def published(counts: list[int], threshold: int = 5) -> list[int | str]:
    gone = hidden(dict(enumerate(counts)), [range(len(counts))], threshold, twins={})
    return [shown(count, threshold, is_hidden=place in gone) for place, count in enumerate(counts)]


def test_a_small_count_is_said_to_be_small_and_the_next_goes_with_it() -> None:
    assert published([3, 40, 12]) == ["<5", 40, "…"]


def test_two_that_are_small_together_need_a_third() -> None:
    assert published([1, 2, 40, 12]) == ["<5", "<5", 40, "…"]
    assert published([4, 3, 40, 12]) == ["<5", "<5", 40, 10]


def test_what_is_shown_is_rounded_and_nothing_is_nothing() -> None:
    assert published([0, 7, 8, 12]) == [0, 5, 10, 10]


def test_where_there_is_nothing_to_hide_with_it_stands_alone() -> None:
    assert published([3]) == ["<5"]
    assert published([3, 0]) == ["<5", 0]


def test_twins_are_hidden_together_and_what_follows_from_that_too() -> None:
    counts = {"a": 3, "b": 10, "c": 30, "also b": 10, "d": 20, "e": 30}
    gone = hidden(counts, [("a", "b", "c"), ("also b", "d", "e")], 5, twins={"b": "also b", "also b": "b"})
    assert gone == {"a", "b", "also b", "d"}


@given(COUNTS, st.integers(2, 10))
def test_no_small_count_is_left_nor_can_it_be_worked_out_from_its_total(counts: dict[int, int], threshold: int) -> None:
    gone = hidden(counts, [tuple(counts)], threshold, twins={})
    assert all(key in gone for key, count in counts.items() if 0 < count < threshold)
    missing = sum(counts[key] for key in gone)
    is_all = all(key in gone for key, count in counts.items() if count)
    assert not gone or is_all or (len(gone) > 1 and missing >= threshold)
