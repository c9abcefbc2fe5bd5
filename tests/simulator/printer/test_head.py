from __future__ import annotations

import pytest

from simulator.printer.head import head_for


@pytest.mark.parametrize(
    ("dots", "paper_mm", "dpi"), [(384, 58, 203), (512, 80, 180), (576, 80, 203), (640, 82.5, 203)]
)
def test_usual_heads_print_on_usual_paper(dots: int, paper_mm: float, dpi: int) -> None:
    head = head_for(dots)

    assert head.paper_mm == paper_mm
    assert round(head.dpi) == dpi
    assert head.paper_dots > dots


@pytest.mark.parametrize("dots", [0, -1, 10_000])
def test_a_head_that_cannot_be_is_refused(dots: int) -> None:
    with pytest.raises(ValueError, match="print head"):
        head_for(dots)
