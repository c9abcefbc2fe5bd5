"""An update from look to verdict; whatever moment the power goes, a whole version is in use, and this can go on."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from msgspec.structs import replace as changed

from upkeep.files import tell
from upkeep.release import sums
from upkeep.release.description import Description, order
from upkeep.release.faults import Busy, ReleaseFault, Unreachable
from upkeep.release.install import Versions, install
from upkeep.update.box import ANSWERS, Box
from upkeep.update.fetching import Fetch, Source
from upkeep.update.trial import Book, Trial

WORD = Path("/var/lib/beurt-health/update.json")

Verdict = Literal["fetched", "installed", "rolled-back", "refused", "postponed", "none"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an update went; the versions are those in use before and on offer."""

    verdict: Verdict
    before: str | None = None
    offered: str | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box has its versions, and what an update needs to know of it."""

    root: Path
    key: Path
    word: Path = WORD
    answers: Path = ANSWERS
    devices: tuple[str, ...] = ()
    judged_within_s: float = 180.0
    """How long a version has to come up and be found well."""


class Update:
    """One update of one box; raises Busy where another one is under way."""

    def __init__(self, place: Place, box: Box, back_up: Callable[[], None], say: Callable[[str], None]) -> None:
        self._place = place
        self._box = box
        self._back_up = back_up
        self._say = say
        self._versions = Versions(place.root)
        self._book = Book(place.root)

    def run(self, source: Source, *, is_older_allowed: bool, is_forced: bool) -> Outcome:
        """Look at what is on offer and go over to it where that is newer and good."""
        with self._alone():
            self._resume()
            outcome = self._run(source, is_older_allowed=is_older_allowed, is_forced=is_forced)
            shutil.rmtree(self._place.root / "incoming", ignore_errors=True)
            return outcome

    def resume(self) -> Outcome:
        """Come to a verdict on the version that a power cut left on trial."""
        with self._alone():
            return self._resume() or Outcome("none", self._versions.current)

    def _run(self, source: Source, *, is_older_allowed: bool, is_forced: bool) -> Outcome:
        before = self._versions.current
        outcome = Outcome("none", before)
        try:
            fetch = Fetch(source, self._place.root / "incoming", self._place.key)
            offered = fetch.look()
            outcome = replace(outcome, offered=offered.version)
            release = digest_of(self._place.root / "incoming")
            if not is_news(self._place.root, offered, release, is_older_allowed=is_older_allowed, is_forced=is_forced):
                return outcome
            folder = fetch.bring()
            self._back_up()
            install(folder, self._place.root, self._say)
        except Unreachable as fault:
            return replace(outcome, trouble=str(fault))
        except (ReleaseFault, OSError) as fault:
            return self._told(replace(outcome, verdict="refused", trouble=str(fault)))
        return self._try_out(before or offered.version, offered.version, release)

    def _try_out(self, before: str, offered: str, release: str) -> Outcome:
        self._say(f"going over from {before} to {offered}")
        trial = Trial(
            before=before, on_trial=offered, release=release, units=self._box.units(), report=self._box.report()
        )
        self._versions.remember(before)
        self._book.begin(trial)
        self._versions.use(offered)
        wrong = self._box.restart(self._place.devices, trial.units)
        return self._judge(trial, wrong)

    def _judge(self, trial: Trial, wrong: str | None) -> Outcome:
        """Keep the version on trial or leave it; every step can be taken again after a power cut."""
        trouble = wrong or self._box.trouble(trial.units, trial.report)
        if trouble:
            return self._go_back(changed(trial, trouble=trouble))
        outcome = self._told(Outcome("installed", trial.before, trial.on_trial))
        self._book.end()
        self._versions.prune(trial.before)
        return outcome

    def _go_back(self, trial: Trial) -> Outcome:
        self._say(f"{trial.on_trial} is no good: {trial.trouble}; going back to {trial.before}")
        self._book.begin(trial)
        self._versions.use(trial.before)
        still_wrong = self._box.restart(self._place.devices, trial.units)
        still_wrong = still_wrong or self._box.trouble(trial.units, trial.report)
        self._book.refuse(trial.release)
        outcome = Outcome("rolled-back", trial.before, trial.on_trial, trial.trouble)
        if still_wrong:
            outcome = replace(outcome, trouble=f"{trial.trouble}; and back on {trial.before}: {still_wrong}")
        self._told(outcome)
        self._book.end()
        return outcome

    def _resume(self) -> Outcome | None:
        trial = self._book.trial()
        if trial is None:
            return None
        if trial.trouble:
            return self._go_back(trial)
        if self._versions.current != trial.on_trial:
            self._book.end()
            return None
        self._say(f"the power went while {trial.on_trial} was on trial; looking at it again")
        return self._judge(trial, self._box.restart(self._place.devices, trial.units))

    def _told(self, outcome: Outcome) -> Outcome:
        self._place.word.parent.mkdir(parents=True, exist_ok=True)
        leave_word(self._place.word, outcome)
        return outcome

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._place.root.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._place.root / "update.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as fault:
            raise Busy("another update is under way") from fault
        finally:
            os.close(handle)


def is_news(root: Path, offered: Description, release: str, *, is_older_allowed: bool, is_forced: bool) -> bool:
    """Whether a box would go over to what is on offer; raises ReleaseFault where it may not."""
    before = Versions(root).current
    if offered.version == before or (Book(root).is_refused(release) and not is_forced):
        return False
    if before and not is_older_allowed and order(offered.version) < order(before):
        raise ReleaseFault(f"{offered.version} is older than {before}; only --allow-older goes back")
    offered.check_machine()
    return True


def digest_of(folder: Path) -> str:
    """What a release in a folder is known by: the digest of its list."""
    return hashlib.sha256((folder / sums.FILE).read_bytes()).hexdigest()


def leave_word(file: Path, outcome: Outcome) -> None:
    """Tell the doctor how it went."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    facts = {"at": at, "from": outcome.before, "to": outcome.offered, "outcome": outcome.verdict}
    tell(file, {**facts, "trouble": outcome.trouble})
