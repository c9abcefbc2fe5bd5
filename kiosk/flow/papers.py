"""What is being printed, for whom, and what the hub has to know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from msgspec import UNSET

from kiosk.events import PaperCame
from wire.commands import ReportPrint
from wire.devices import Job
from wire.names import is_name

MOST: Final = 500


@dataclass(slots=True)
class _Print:
    ticket_id: str
    spare_of: str | None = None
    is_job: bool = False


@dataclass(frozen=True, slots=True)
class SparePaper:
    """The paper of a spare number that the hub does not know yet."""

    spare_of: str


class Papers:
    """The prints that are out, and the jobs that were done before."""

    def __init__(self, device: str, new_id: Callable[[], str]) -> None:
        self._device = device
        self._new_id = new_id
        self._out: dict[str, _Print] = {}
        self._done_jobs: dict[str, None] = {}

    def add(self, job_id: str, ticket_id: str, spare_of: str | None = None) -> None:
        """A ticket goes to the printer."""
        self._out[job_id] = _Print(ticket_id, spare_of)
        _cap(self._out)

    def is_new_job(self, job: Job) -> bool:
        """Whether the hub's job is not a repeat; from now on it is one."""
        if job.job_id in self._done_jobs:
            return False
        self._done_jobs[job.job_id] = None
        _cap(self._done_jobs)
        if job.ticket:
            self._out[job.job_id] = _Print(job.ticket.ticket_id, is_job=True)
        return True

    def handed_in(self, spare_of: str, ticket_id: str) -> None:
        """A spare number is a ticket now."""
        for printing in self._out.values():
            if printing.spare_of == spare_of:
                printing.ticket_id = ticket_id

    def take(self, came: PaperCame) -> ReportPrint | SparePaper | None:
        """What is to be told of a print that ended; None of one that nobody asked about."""
        printing = self._out.pop(came.job_id, None)
        if printing is None:
            return None
        if not printing.ticket_id:
            return SparePaper(printing.spare_of) if printing.spare_of else None
        return self.report(printing.ticket_id, came, is_job=printing.is_job)

    def report(self, ticket_id: str, came: PaperCame, *, is_job: bool = False) -> ReportPrint:
        """The command that tells the hub."""
        return ReportPrint(
            request_id=self._new_id(),
            ticket_id=ticket_id,
            device=self._device,
            paper=came.paper,
            cause=came.cause if came.cause and is_name(came.cause) else UNSET,
            job_id=came.job_id if is_job else UNSET,
        )


def _cap(of: dict[str, _Print] | dict[str, None]) -> None:
    while len(of) > MOST:
        of.pop(next(iter(of)))
