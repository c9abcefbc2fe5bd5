"""What became of a job."""

from dataclasses import dataclass
from typing import Literal

from kiosk.printer.trouble import Cause

Certainty = Literal["printed", "processed", "sent", "failed"]
"""Surest first: the printer said that it printed all; that it took all in hand; nothing; it did not come out."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that a job is on paper, and why not."""

    paper: Certainty
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The verdict on one job."""

    job_id: str
    paper: Certainty
    cause: Cause | None = None
