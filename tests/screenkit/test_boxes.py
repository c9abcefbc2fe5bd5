from hypothesis import given
from hypothesis import strategies as st
from overlaps import overlapping

from screenkit.boxes import Box

BOX = Box(10, 20, 300, 100)


def test_parts_and_the_rest_fill_the_box_up_to_the_gap() -> None:
    assert BOX.top_part(30, 10) == (Box(10, 20, 300, 30), Box(10, 60, 300, 60))
    assert BOX.bottom_part(30, 10) == (Box(10, 90, 300, 30), Box(10, 20, 300, 60))
    assert BOX.left_part(100, 10) == (Box(10, 20, 100, 100), Box(120, 20, 190, 100))
    assert BOX.right_part(100, 10) == (Box(210, 20, 100, 100), Box(10, 20, 190, 100))


def test_a_margin_is_left_on_all_sides_and_never_turns_a_box_inside_out() -> None:
    assert BOX.inset(10, 5) == Box(20, 25, 280, 90)
    assert BOX.inset(400).width == 0


def test_a_box_in_the_middle() -> None:
    assert BOX.centred(100, 50) == Box(110, 45, 100, 50)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 30))
def test_cells_of_a_grid_lie_inside_beside_each_other_and_reach_the_edges(columns: int, rows: int, gap: int) -> None:
    cells = Box(3, 5, 1000, 700).grid(columns, rows, gap)
    assert len(cells) == columns * rows
    assert overlapping(cells) == []
    assert all(Box(3, 5, 1000, 700).holds(cell) for cell in cells)
    assert (cells[-1].right, cells[-1].bottom) == (1003, 705)


def test_boxes_that_touch_do_not_overlap_and_those_that_share_a_pixel_do() -> None:
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))


def test_shares_are_kept() -> None:
    assert [box.width for box in BOX.columns([2, 1], 0)] == [200, 100]
    assert [box.height for box in BOX.rows([1, 3], 20)] == [20, 60]
