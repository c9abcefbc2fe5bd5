"""How much of the roll of paper is used, counted because few printers can tell."""

import logging
from pathlib import Path
from typing import Final

import msgspec

from runtime.files import note

log = logging.getLogger(__name__)

NARROW_PAPER_DOTS: Final = 432
WIDE_ROLL_MM: Final = 80_000
NARROW_ROLL_MM: Final = 30_000
LAST_MM: Final = 4_000
"""What is left when staff are told: some forty tickets."""

SAVED_EVERY_MM: Final = 1_000
"""A memory card wears by each write, and a metre of error does no harm."""

LARGEST_BYTES: Final = 1_000


class Used(msgspec.Struct, frozen=True):
    """What is kept on disk."""

    mm: float = 0.0
    is_out: bool = False


class Roll:
    """Counts millimetres; paper that comes after there was none is a new roll, also when that was before a restart."""

    def __init__(self, width_dots: int, file: Path | None = None) -> None:
        self._length_mm = NARROW_ROLL_MM if width_dots <= NARROW_PAPER_DOTS else WIDE_ROLL_MM
        self._file = file
        self._used = self._saved = _read(file) if file else Used()

    @property
    def used_mm(self) -> float:
        """How much of this roll is used."""
        return self._used.mm

    @property
    def is_low(self) -> bool:
        """Whether it is time to lay a new roll ready."""
        return self._used.mm > self._length_mm - LAST_MM

    def use(self, mm: float) -> None:
        """So much came out."""
        self._used = Used(self._used.mm + mm, self._used.is_out)
        if self._used.mm - self._saved.mm >= SAVED_EVERY_MM:
            self.save()

    def see(self, *, is_out: bool) -> None:
        """What the printer says of its paper."""
        if is_out == self._used.is_out:
            return
        self._used = Used(self._used.mm, is_out=True) if is_out else Used()
        self.save()

    def replace(self) -> None:
        """Somebody put a new roll in."""
        self._used = Used()
        self.save()

    def save(self) -> None:
        """Put it on disk, where that differs; it need not survive a power cut."""
        if self._file is None or self._used == self._saved:
            return
        self._saved = self._used
        try:
            note(self._file, msgspec.json.encode(self._used))
        except OSError as fault:
            log.warning("cannot note how much paper is used in %s: %s", self._file, fault)


def _read(file: Path) -> Used:
    try:
        with file.open("rb") as source:
            used = msgspec.json.decode(source.read(LARGEST_BYTES), type=Used)
    except FileNotFoundError:
        return Used()
    except (OSError, ValueError) as fault:
        log.warning("how much paper was used cannot be read from %s: %s", file, fault)
        return Used()
    # A count that no roll can have, or that is no number, is nobody's.
    return used if 0 <= used.mm <= 2 * WIDE_ROLL_MM else Used()
