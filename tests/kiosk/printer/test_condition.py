import pytest

from kiosk.printer.answers import Automatic
from kiosk.printer.condition import Condition, after_answer, after_paper, told_by


@pytest.mark.parametrize(
    ("question", "byte", "condition"),
    [
        (1, 0x12, Condition()),
        (1, 0x1A, Condition(is_offline=True)),
        (2, 0x16, Condition(is_cover_open=True)),
        (2, 0x52, Condition(has_error=True)),
        (4, 0x1E, Condition(is_paper_low=True)),
        (4, 0x7E, Condition(is_paper_low=True, is_paper_out=True)),
    ],
)
def test_each_answer_tells_its_part(question: int, byte: int, condition: Condition) -> None:
    assert after_answer(Condition(), question, byte) == condition


@pytest.mark.parametrize(
    ("data", "condition"),
    [
        ("10000000", Condition()),
        ("10000300", Condition(is_paper_low=True)),
        ("18000f00", Condition(is_offline=True, is_paper_low=True, is_paper_out=True)),
        ("38000000", Condition(is_offline=True, is_cover_open=True)),
        ("18080000", Condition(is_offline=True, has_error=True)),
    ],
)
def test_an_automatic_status_tells_all(data: str, condition: Condition) -> None:
    assert told_by(Automatic(bytes.fromhex(data))) == condition


def test_the_answer_in_the_data_tells_of_paper_only() -> None:
    assert after_paper(Condition(is_cover_open=True), 0x0F) == Condition(
        is_cover_open=True, is_paper_low=True, is_paper_out=True
    )


def test_what_a_person_has_to_do_first_is_named_first() -> None:
    all_wrong = Condition(is_offline=True, is_cover_open=True, is_paper_out=True, has_error=True)
    assert all_wrong.cause == "cover-open"
    assert Condition(is_offline=True, is_paper_out=True).cause == "paper-out"
    assert Condition(is_offline=True, has_error=True).cause == "error"
    assert Condition(is_offline=True).cause == "offline"


def test_paper_that_runs_low_is_no_trouble_yet() -> None:
    assert Condition(is_paper_low=True).cause is None
