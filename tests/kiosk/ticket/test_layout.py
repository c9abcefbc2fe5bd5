import pytest

from kiosk.ticket.layout import Scale, number_scale, scale_for
from kiosk.ticket.slip import Size


@pytest.mark.parametrize(
    ("number", "columns", "scale"),
    [("7", 32, Scale(8, 8)), ("B27", 32, Scale(8, 8)), ("B127", 32, Scale(8, 8)), ("B1027", 32, Scale(6, 8))],
)
def test_a_number_is_as_large_as_the_paper_takes(number: str, columns: int, scale: Scale) -> None:
    assert number_scale(number, columns) == scale
    assert len(number) * scale.width <= columns


def test_running_text_is_double_and_larger_for_who_asked() -> None:
    assert scale_for(["Bewaar deze bon."], Size.RUNNING, 48, is_large=False) == Scale(2, 2)
    assert scale_for(["Bewaar deze bon."], Size.RUNNING, 48, is_large=True) == Scale(3, 3)


def test_words_that_are_too_long_for_the_paper_become_narrower() -> None:
    assert scale_for(["Belastingdienstkantoor"], Size.RUNNING, 32, is_large=False) == Scale(1, 2)
    assert scale_for(["inloopspreekuur"], Size.RUNNING, 32, is_large=True) == Scale(2, 3)


def test_a_name_takes_two_lines_at_most() -> None:
    assert scale_for(["Bibliotheek Hengelo"], Size.NAME, 32, is_large=False) == Scale(2, 2)
    long = "Bibliotheek Rijn en Venen, vestiging Woerden"
    assert scale_for([long], Size.NAME, 32, is_large=False) == Scale(1, 2)
