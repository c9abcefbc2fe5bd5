from display.highlight import Highlight


def test_nothing_is_lit_before_the_first_call() -> None:
    assert Highlight().lit(0) == ""


def test_a_call_is_lit_for_fifteen_seconds() -> None:
    highlight = Highlight()
    highlight.light("a", 100, is_heard=True)
    assert highlight.lit(114.9) == "a"
    assert highlight.lit(115) == ""


def test_a_call_that_nobody_hears_is_lit_twice_as_long() -> None:
    highlight = Highlight()
    highlight.light("a", 100, is_heard=False)
    assert highlight.lit(129.9) == "a"
    assert highlight.lit(130) == ""


def test_a_new_call_takes_the_light_over() -> None:
    highlight = Highlight()
    highlight.light("a", 100, is_heard=True)
    highlight.light("b", 106, is_heard=True)
    assert highlight.lit(107) == "b"


def test_a_recall_is_lit_again() -> None:
    highlight = Highlight()
    highlight.light("a", 100, is_heard=True)
    highlight.light("a", 125, is_heard=True)
    assert highlight.lit(130) == "a"
