"""What the kiosk keeps on disk: its spare numbers for good, and the visit under way over a crash."""

import logging
import time
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from kiosk.spare import SpareBook
from kiosk.underway import UnderWay
from runtime.files import note, put

BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
SET_ASIDE_S: Final = 24 * 3600.0
LARGEST_BYTES: Final = 4 * 1024 * 1024

log = logging.getLogger(__name__)
_Kind = TypeVar("_Kind")


def boot_id() -> str:
    """Which start of the machine this is."""
    return BOOT_ID.read_text("ascii").strip()


class Memory:
    """Small files in one folder, a set for each device of each branch."""

    def __init__(self, folder: Path, branch: str, device: str) -> None:
        self._spares = folder / f"{branch}.{device}.spares.json"
        self.roll_file = folder / f"{branch}.{device}.roll.json"
        """Where the printer keeps how much of its paper is used."""

        self._under_way = folder / f"{branch}.{device}.under-way.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _forget_faulty(folder)
        except OSError as fault:
            log.error("no folder for the kiosk's state, so no spare numbers: %s", fault)  # noqa: TRY400 - the line says enough; a traceback would hide it

    def spares(self) -> SpareBook:
        """The spare numbers; a book of today's own where the file cannot be read, which is set aside."""
        return self._read(self._spares, SpareBook) or SpareBook()

    def under_way(self) -> UnderWay | None:
        """The visit that a crash interrupted, if one did."""
        return self._read(self._under_way, UnderWay)

    def keep_spares(self, book: SpareBook) -> bool:
        """Put them on disk for good; False where that fails."""
        try:
            put(self._spares, msgspec.json.encode(book))
        except OSError as fault:
            log.error("cannot keep spare numbers in %s: %s", self._spares, fault)  # noqa: TRY400 - the line says enough; a traceback would hide it
            return False
        return True

    def remember(self, under_way: UnderWay | None) -> None:
        """Note the visit under way, or that there is none; it need not survive a power cut."""
        try:
            if under_way is None:
                self._under_way.unlink(missing_ok=True)
            else:
                note(self._under_way, msgspec.json.encode(under_way))
        except OSError as fault:
            log.warning("cannot note the visit under way in %s: %s", self._under_way, fault)

    def _read(self, file: Path, kind: type[_Kind]) -> _Kind | None:
        try:
            with file.open("rb") as source:
                return msgspec.json.decode(source.read(LARGEST_BYTES), type=kind)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as fault:
            aside = file.with_suffix(".faulty")
            log.error("cannot read %s, so it is set aside as %s: %s", file, aside.name, fault)  # noqa: TRY400 - the line says enough; a traceback would hide it
            _set_aside(file, aside)
            return None


def _forget_faulty(folder: Path) -> None:
    """Remove what was set aside before today: it can name tickets of a day that is closed."""
    for file in folder.glob("*.faulty"):
        if time.time() - file.stat().st_mtime > SET_ASIDE_S:
            file.unlink()


def _set_aside(file: Path, aside: Path) -> None:
    try:
        file.replace(aside)
    except OSError as fault:
        log.warning("cannot set %s aside: %s", file, fault)
