"""Runs every check at the same time, each on a thread of its own, and waits no longer than its limit for any."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from queue import Empty, SimpleQueue
from typing import Final

from msgspec.structs import replace

from doctor.box import Box
from doctor.machine import Unreadable
from doctor.report import Finding, Report, warning, worst
from wire.times import at_text

LIMIT_S: Final = 12.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at: its id in all that is written, and how to look."""

    id: str
    look: Callable[[Box], Iterable[Finding]]


def examine(box: Box, checks: Sequence[Check], limit_s: float = LIMIT_S) -> Report:
    """Look at everything; a check that does not end in time, or fails, is a warning of its own."""
    answers: SimpleQueue[tuple[str, list[Finding]]] = SimpleQueue()
    for check in checks:
        # Not waited for when the program ends: a read that hangs in the kernel can never be ended.
        threading.Thread(target=_look, args=(check, box, answers), name=check.id, daemon=True).start()
    found = _gather(answers, len(checks), time.monotonic() + limit_s)
    findings = tuple(finding for check in checks for finding in found.get(check.id) or [_late(check, limit_s)])
    return Report(
        at=at_text(box.now),
        host=socket.gethostname(),
        branch=box.settings.branch.id if box.settings else None,
        branch_name=box.settings.branch.name if box.settings else None,
        devices=box.devices,
        version=version("aan-de-beurt"),
        level=worst(findings),
        findings=findings,
    )


def _look(check: Check, box: Box, answers: SimpleQueue[tuple[str, list[Finding]]]) -> None:
    try:
        found = list(check.look(box))
    except Unreadable as fault:
        found = [warning(f"This cannot be read: {fault}.", "Run it as root: sudo beurt doctor.")]
    except Exception as fault:  # one broken check must not hide what the others see
        log.exception("the check %s failed", check.id)
        found = [warning(f"The check itself failed: {fault!r}.", "Report this with the log of beurt-health.service.")]
    answers.put((check.id, [replace(finding, check=check.id) for finding in found]))


def _gather(answers: SimpleQueue[tuple[str, list[Finding]]], wanted: int, end_s: float) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    while len(found) < wanted:
        try:
            check, findings = answers.get(timeout=max(0.0, end_s - time.monotonic()))
        except Empty:
            break
        found[check] = findings
    return found


def _late(check: Check, limit_s: float) -> Finding:
    told = warning(
        f"Looking at this took longer than {limit_s:.0f} s; what it asks hangs.",
        "Look at this part by hand. If it stays, restart the box.",
    )
    return replace(told, check=check.id)
