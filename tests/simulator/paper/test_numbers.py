import pytest

from simulator.paper.numbers import MOST, numbers


def test_a_range_is_counted_from_its_first_to_its_last() -> None:
    assert numbers("1-3") == ["1", "2", "3"]
    assert numbers("38 - 40", "B") == ["B38", "B39", "B40"]
    assert numbers("7-7") == ["7"]


@pytest.mark.parametrize("text", ["", "5", "0-3", "5-3", "1-1000", f"1-{MOST + 1}", "1-3;4", "-1-3", "1--3", "a-b"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"range|slips"):
        numbers(text)
