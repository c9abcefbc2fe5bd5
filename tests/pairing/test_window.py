from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from pairing.window import MOST_WAITING, OPEN_S, TRIES, Window


class Coordinator(RuleBasedStateMachine):
    """Boxes come and go, codes are typed, time passes; nothing opens a window that has closed."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 1000.0
        self.window: Window[str] = Window(self.now_s)
        self.here: list[str] = []
        self.typed = 0
        self.was_closed = False
        self.right: list[str] = []

    @rule(seconds=st.floats(0, 200))
    def time_passes(self, seconds: float) -> None:
        self.now_s += seconds

    @rule(code=st.sampled_from("ABCDEF"))
    def a_box_comes(self, code: str) -> None:
        is_taken = self.window.take(code, self.now_s)
        assert not (is_taken and self.was_closed)
        assert is_taken or not self.window.is_open(self.now_s) or self.window.waiting() == MOST_WAITING
        if is_taken:
            self.here.append(code)

    @precondition(lambda self: self.here)
    @rule(data=st.data())
    def a_box_goes(self, data: st.DataObject) -> None:
        code = data.draw(st.sampled_from(self.here))
        self.here.remove(code)
        self.window.drop(code)

    @rule(typed=st.sampled_from("ABCDEFGHX"))
    def a_code_is_typed(self, typed: str) -> None:
        is_open, here = self.window.is_open(self.now_s), self.window.waiting()
        verdict, offer = self.window.judge(lambda each: each == typed, self.now_s)
        assert (verdict == "closed") == (not is_open)
        assert (verdict == "nobody") == (is_open and not here)
        assert (verdict == "right") == (offer is not None)
        self.typed += verdict in {"right", "wrong"}
        if offer is not None:
            assert offer == typed
            self.right.append(offer)

    @rule()
    def it_is_closed_by_hand(self) -> None:
        self.window.close()

    @invariant()
    def five_tries_and_ten_minutes_are_the_most(self) -> None:
        is_open = self.window.is_open(self.now_s)
        assert self.typed <= TRIES
        assert len(self.right) <= 1
        assert not (is_open and (self.typed >= TRIES or self.right or self.was_closed))
        assert not (is_open and self.now_s - 1000.0 >= OPEN_S)
        self.was_closed = self.was_closed or not is_open
        if not is_open:
            self.here.clear()


TestCoordinator = Coordinator.TestCase


@given(st.floats(0, OPEN_S, exclude_max=True), st.floats(OPEN_S, 1e6))
def test_it_is_open_for_ten_minutes_and_then_never_again(before_s: float, after_s: float) -> None:
    window: Window[str] = Window(0.0)
    assert window.is_open(before_s)
    assert not window.is_open(after_s)
    assert not window.is_open(before_s)
    assert not window.left_s(before_s)


def test_a_clock_that_goes_back_closes_it() -> None:
    assert not Window[str](100.0).is_open(99.0)


def test_a_fault_while_comparing_costs_a_try_all_the_same() -> None:
    window: Window[str] = Window(0.0)
    window.take("A", 1.0)

    def fault(_offer: str) -> bool:
        raise MemoryError

    for _ in range(TRIES):
        try:
            window.judge(fault, 2.0)
        except MemoryError:
            continue
    assert not window.is_open(3.0)
