"""Of which days the figures were copied to the national registration: a date and a tick, in a small file."""

import json
import logging
import os
from datetime import date
from pathlib import Path
from typing import Final

DAYS_KEPT: Final = 400

log = logging.getLogger(__name__)


def state_folder() -> Path:
    """Where the console keeps its state: systemd's choice, else the user's."""
    given = os.environ.get("STATE_DIRECTORY")
    if given:
        return Path(given.split(":")[0])
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "aan-de-beurt"


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
        new = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(sorted(self._dates)[-DAYS_KEPT:]), "utf-8")
            new.replace(self._file)
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
