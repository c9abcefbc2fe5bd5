"""Reads all branches at the same time, some at once, and waits no longer than the limit for all of them."""

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final

from doctor.fleet.branches import Branch, unreachable
from doctor.fleet.file import BranchEntry

LIMIT_S: Final = 90.0
AT_ONCE: Final = 16

Answers = SimpleQueue[Branch]


def read_all(
    entries: tuple[BranchEntry, ...], road: Callable[[BranchEntry], Branch], limit_s: float = LIMIT_S
) -> tuple[Branch, ...]:
    """Each branch as it was reached, in the order of the entries; one that took too long is out of reach."""
    answers: Answers = SimpleQueue()
    turns = threading.BoundedSemaphore(AT_ONCE)

    def read(entry: BranchEntry) -> None:
        with turns:
            answers.put(road(entry))

    for entry in entries:
        # Not waited for when the program ends: a folder on a network drive that hangs can never be ended.
        threading.Thread(target=read, args=(entry,), name=entry.name, daemon=True).start()
    found = _gather(answers, len(entries), time.monotonic() + limit_s)
    late = f"It took longer than {limit_s:.0f} s."
    return tuple(found.get(entry.name) or unreachable(entry.name, late) for entry in entries)


def _gather(answers: Answers, wanted: int, end_s: float) -> dict[str, Branch]:
    found: dict[str, Branch] = {}
    while len(found) < wanted:
        try:
            branch = answers.get(timeout=max(0.0, end_s - time.monotonic()))
        except Empty:
            break
        found[branch.name] = branch
    return found
