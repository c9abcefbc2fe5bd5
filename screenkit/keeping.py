"""Keeps what was made for as long as all of it together takes no more than so many bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What was asked for last, up to `most_bytes`."""

    def __init__(self, most_bytes: int, bytes_of: Callable[[Made], int]) -> None:
        self.bytes = 0
        self._most_bytes = most_bytes
        self._bytes_of = bytes_of
        self._made = OrderedDict[Hashable, Made]()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the key before; else it is made now, and what was not asked for longest is dropped."""
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        made = self._made[key] = make()
        self.bytes += self._bytes_of(made)
        while self.bytes > self._most_bytes and len(self._made) > 1:
            _, dropped = self._made.popitem(last=False)
            self.bytes -= self._bytes_of(dropped)
        return made
