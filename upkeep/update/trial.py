"""What must survive a power cut in the middle of an update: which version is on trial, and how things were before."""

from pathlib import Path

import msgspec

from doctor.report import Report
from runtime.files import put

FILE = "trial.json"
REFUSED = "refused.json"
MOST_BYTES = 1024 * 1024


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """A version in use that has not been found good yet; with `trouble` it was found to be no good."""

    before: str
    on_trial: str
    release: str
    """The digest of the list of the release, so that it is not tried every night."""
    units: tuple[str, ...]
    """Those that ran before."""
    report: Report | None
    """What the doctor said before."""
    trouble: str | None = None


class Book:
    """The trial, if there is one, and the release that failed last."""

    def __init__(self, root: Path) -> None:
        self._trial = root / FILE
        self._refused = root / REFUSED

    def trial(self) -> Trial | None:
        """The trial that is not over; a file that cannot be read is none, as it is written in one step."""
        try:
            with self._trial.open("rb") as file:
                return msgspec.json.decode(file.read(MOST_BYTES), type=Trial)
        except (FileNotFoundError, msgspec.MsgspecError):
            return None

    def begin(self, trial: Trial) -> None:
        """Note it for good, before anything changes."""
        put(self._trial, msgspec.json.encode(trial), 0o644)

    def end(self) -> None:
        """The trial is over."""
        self._trial.unlink(missing_ok=True)

    def refuse(self, release: str) -> None:
        """Remember that a release failed."""
        put(self._refused, msgspec.json.encode({"release": release}), 0o644)

    def is_refused(self, release: str) -> bool:
        """Whether this one failed the last time."""
        try:
            return bool(msgspec.json.decode(self._refused.read_bytes(), type=dict[str, str])["release"] == release)
        except (FileNotFoundError, msgspec.MsgspecError, KeyError):
            return False
