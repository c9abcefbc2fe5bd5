"""How often a PIN may be wrong."""

from typing import Final

MOST: Final = 5
LOCK_S: Final = 60.0


class Tries:
    """Counts wrong ones, also while nobody is at the pad; after the last there is a pause."""

    def __init__(self) -> None:
        self._wrong = 0
        self._locked_until_s = 0.0

    def is_locked(self, now_s: float) -> bool:
        """Whether nobody may try now."""
        return now_s < self._locked_until_s

    @property
    def locked_until_s(self) -> float:
        """When the last pause ends, or ended."""
        return self._locked_until_s

    def note_wrong(self, now_s: float) -> None:
        """One more was wrong."""
        self._wrong += 1
        if self._wrong >= MOST:
            self._wrong, self._locked_until_s = 0, now_s + LOCK_S

    def note_right(self) -> None:
        """Somebody knew it."""
        self._wrong = 0
