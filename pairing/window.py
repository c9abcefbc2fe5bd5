"""The ten minutes in which one new box may come in: pure, the time and the comparison are given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Generic, Literal, TypeVar

OPEN_S: Final = 600.0
TRIES: Final = 5
MOST_WAITING: Final = 4

Offer = TypeVar("Offer")
Verdict = Literal["right", "wrong", "nobody", "closed"]


@dataclass
class Window(Generic[Offer]):
    """Opened by the coordinator; it closes by time, by wrong codes, by the first right one, or by hand."""

    opened_s: float
    tries: int = TRIES
    _waiting: list[Offer] = field(default_factory=list)
    _is_closed: bool = False

    def is_open(self, now_s: float) -> bool:
        """Whether a code counts; it never opens again."""
        if not 0 <= now_s - self.opened_s < OPEN_S or self.tries <= 0:
            self.close()
        return not self._is_closed

    def left_s(self, now_s: float) -> float:
        """How long it stays open."""
        return max(0.0, self.opened_s + OPEN_S - now_s) if self.is_open(now_s) else 0.0

    def waiting(self) -> int:
        """How many boxes show a code."""
        return len(self._waiting)

    def take(self, offer: Offer, now_s: float) -> bool:
        """Let a box wait; False where it is closed or full."""
        if not self.is_open(now_s) or len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(offer)
        return True

    def holds(self, offer: Offer, now_s: float) -> bool:
        """Whether this box's code still counts."""
        return self.is_open(now_s) and offer in self._waiting

    def drop(self, offer: Offer) -> None:
        """A box went away."""
        if offer in self._waiting:
            self._waiting.remove(offer)

    def close(self) -> None:
        """No code counts any more."""
        self._is_closed = True
        self._waiting.clear()

    def judge(self, is_of: Callable[[Offer], bool], now_s: float) -> tuple[Verdict, Offer | None]:
        """What a typed code is: of a waiting box, which is then the only one, or one try less."""
        if not self.is_open(now_s):
            return "closed", None
        if not self._waiting:
            return "nobody", None
        # The try is counted first, and every box looked at: neither a fault nor the time taken tells anything.
        self.tries -= 1
        right = [offer for offer in tuple(self._waiting) if is_of(offer)]
        if len(right) != 1:
            self.is_open(now_s)
            return "wrong", None
        self.close()
        return "right", right[0]
