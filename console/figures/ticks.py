"""Of which days the figures were copied to the national registration: a date and a tick, in a small file."""

import json
import logging
from datetime import date
from pathlib import Path
from typing import Final

from runtime.files import FOR_GROUP, note

DAYS_KEPT: Final = 400

log = logging.getLogger(__name__)


class Ticks:
    """The dates with a tick; where the file cannot be written they last as long as the console runs."""

    def __init__(self, folder: Path, branch: str) -> None:
        self._file = folder / f"{branch}.copied.json"
        self._dates = self._read()

    def has(self, day: date) -> bool:
        """Whether the figures of that day were copied."""
        return day.isoformat() in self._dates

    def turn(self, day: date) -> None:
        """Put the tick, or take it away."""
        self._dates ^= {day.isoformat()}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            note(self._file, json.dumps(sorted(self._dates)[-DAYS_KEPT:]).encode(), FOR_GROUP)
        except OSError as fault:
            log.warning("what was copied is not kept: %s", fault)

    def _read(self) -> set[str]:
        try:
            return {str(day) for day in json.loads(self._file.read_text("utf-8"))}
        except FileNotFoundError:
            return set()
        except (OSError, ValueError) as fault:
            log.warning("what was copied before is not known: %s", fault)
            return set()
