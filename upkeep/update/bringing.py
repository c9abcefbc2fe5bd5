"""The half of an update that hears the outside, with no rights at all: what it brings, the other half checks again."""

import shutil
from dataclasses import replace
from pathlib import Path

from upkeep.release import sums
from upkeep.release.faults import ReleaseFault, Unreachable
from upkeep.release.install import Versions
from upkeep.release.verifying import check_files, read_bounded
from upkeep.update.changing import Outcome, Place, digest_of, is_news, leave_word
from upkeep.update.fetching import Fetch, Source

FOLDER = Path("/var/cache/beurt-update")
RELEASE = "release"
"""In the folder: what waits to be installed."""

INCOMING = "incoming"
WORD = "update.json"


def bring(source: Source, place: Place, folder: Path = FOLDER) -> Outcome:
    """Have the newest release wait in the folder, where the box would go over to it; the word there tells why not."""
    outcome = Outcome("none", Versions(place.root).current)
    try:
        outcome = _bring(source, place, folder, outcome)
    except Unreachable as fault:
        return replace(outcome, trouble=str(fault))
    except (ReleaseFault, OSError) as fault:
        outcome = replace(outcome, verdict="refused", trouble=str(fault))
        leave_word(folder / WORD, outcome)
    else:
        (folder / WORD).unlink(missing_ok=True)
    finally:
        shutil.rmtree(folder / INCOMING, ignore_errors=True)
    return outcome


def _bring(source: Source, place: Place, folder: Path, outcome: Outcome) -> Outcome:
    waiting = folder / RELEASE
    fetch = Fetch(source, folder / INCOMING, place.key)
    offered = fetch.look()
    release = digest_of(folder / INCOMING)
    if not is_news(place.root, offered, release, is_older_allowed=False, is_forced=False):
        shutil.rmtree(waiting, ignore_errors=True)
        return replace(outcome, offered=offered.version)
    if not _is_whole(waiting, release):
        fetch.bring()
        shutil.rmtree(waiting, ignore_errors=True)
        (folder / INCOMING).rename(waiting)
    return replace(outcome, verdict="fetched", offered=offered.version)


def _is_whole(waiting: Path, release: str) -> bool:
    """Whether this very release waits already, as when people were inside an hour ago."""
    try:
        if digest_of(waiting) != release:
            return False
        check_files(waiting, sums.decode(read_bounded(waiting / sums.FILE, sums.MOST_BYTES)))
    except (ReleaseFault, OSError):
        return False
    return True
