import pytest

from hub.reports.protection.sheets import Bounds, Sheet

SHEET = Sheet(
    threshold=5,
    cells={"topic": {"digid": "<5", "leren": "…", "zorg": 5, "geld": 10}, "need": {"": 0}},
    blank=["course"],
)


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [
        (("topic", "digid"), (1, 4)),
        (("topic", "leren"), (0, None)),
        (("topic", "zorg"), (5, 7)),
        (("topic", "geld"), (8, 12)),
        (("topic", "wonen"), (0, 0)),
        (("course", "maths"), (0, None)),
        (("need", None), (0, 0)),
    ],
)
def test_each_sign_claims_what_a_reader_may_take_from_it(cell: tuple[str, str | None], bounds: Bounds) -> None:
    assert SHEET.bounds(cell) == bounds


def test_the_hidden_cells_are_those_with_a_sign() -> None:
    assert list(SHEET.hidden()) == [("topic", "digid"), ("topic", "leren")]
