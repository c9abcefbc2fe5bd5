"""How often a password may be tried: for one address, and for all together."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Final

WINDOW_S: Final = 60
TRIES_PER_ADDRESS: Final = 5
LOCK_S: Final = 3600
WRONG_BEFORE_LOCK: Final = 20
"""So many wrong ones in an hour keep an address out until the hour is over."""

TRIES_IN_ALL: Final = 40
ADDRESSES_KEPT: Final = 1000


@dataclass(slots=True)
class _Tries:
    limit: int
    window_s: float = WINDOW_S
    at_s: deque[float] = field(default_factory=deque)

    def is_full(self, now_s: float) -> bool:
        while self.at_s and now_s - self.at_s[0] >= self.window_s:
            self.at_s.popleft()
        return len(self.at_s) >= self.limit


class Attempts:
    """The tries of the last minute; they count before the password is looked at, so a crowd gains nothing."""

    def __init__(self) -> None:
        self._all = _Tries(TRIES_IN_ALL)
        self._by_address: OrderedDict[str, _Tries] = OrderedDict()
        self._wrong: OrderedDict[str, _Tries] = OrderedDict()
        self._known: OrderedDict[str, None] = OrderedDict()

    def may_try(self, address: str, now_s: float) -> bool:
        """Whether one more try is allowed; if so it is counted."""
        own = self._by_address.setdefault(address, _Tries(TRIES_PER_ADDRESS))
        self._by_address.move_to_end(address)
        _shorten(self._by_address)
        # Strangers who use up the common limit must not lock out those who knew the password before.
        if (
            self.is_locked(address, now_s)
            or own.is_full(now_s)
            or (self._all.is_full(now_s) and address not in self._known)
        ):
            return False
        own.at_s.append(now_s)
        self._all.at_s.append(now_s)
        return True

    def failed(self, address: str, now_s: float) -> None:
        """Remember that an address gave a wrong password."""
        wrong = self._wrong.setdefault(address, _Tries(WRONG_BEFORE_LOCK, LOCK_S))
        self._wrong.move_to_end(address)
        wrong.at_s.append(now_s)
        _shorten(self._wrong)

    def is_locked(self, address: str, now_s: float) -> bool:
        """Whether an address was wrong so often that it is kept out for long."""
        wrong = self._wrong.get(address)
        return wrong is not None and wrong.is_full(now_s)

    def succeeded(self, address: str) -> None:
        """Forget the tries of an address that knew the password."""
        self._by_address.pop(address, None)
        self._wrong.pop(address, None)
        self._known[address] = None
        _shorten(self._known)


def _shorten(kept: OrderedDict[str, _Tries] | OrderedDict[str, None]) -> None:
    while len(kept) > ADDRESSES_KEPT:
        kept.popitem(last=False)
