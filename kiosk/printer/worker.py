"""The printer's own thread: jobs go in, results and states come out, and the screen never waits."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from kiosk.printer.result import PrintResult, Verdict
from runtime.settings.model import Printer
from wire.devices import PrinterState

if TYPE_CHECKING:
    from kiosk.printer.device import Device
    from kiosk.printer.no_device import NoDevice

log = logging.getLogger(__name__)

MOST_JOBS: Final = 4
MOST_JOB_IDS: Final = 1000
OLDEST_JOB_S: Final = 15.0
"""A visitor who waited longer than this for paper is gone, or sees the number on the screen."""

LISTEN_INTERVAL_S: Final = 0.25
STOP_LIMIT_S: Final = 2.0

Data = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _Job:
    job_id: str
    data: Data
    since: float


class PrinterWorker:
    """Prints one job after the other; the callbacks run on its thread.

    Args:
        printer: what the branch file says of it
        on_result: told once of each job; of one that finds no room in the queue at once, by the caller's own thread
        on_state: told how the printer is, at the start and at each change
        roll_file: where to keep how much of the roll of paper is used
        warm_up: done on the thread once the printer was looked at; for imports that the first ticket needs
    """

    def __init__(
        self,
        printer: Printer,
        on_result: Callable[[PrintResult], None],
        on_state: Callable[[PrinterState], None],
        *,
        roll_file: Path | None = None,
        warm_up: Callable[[], None] | None = None,
    ) -> None:
        self._printer = printer
        self._on_result = on_result
        self._on_state = on_state
        self._roll_file = roll_file
        self._warm_up = warm_up
        self.identity: str | None = None
        """What the printer said of its maker and its model."""

        self._jobs: Queue[_Job] = Queue(MOST_JOBS)
        self._job_ids: OrderedDict[str, None] = OrderedDict()
        self._stopping = Event()
        self._has_new_roll = Event()
        self._told: PrinterState | None = None
        self._thread = Thread(target=self._run, name="printer", daemon=True)

    def start(self) -> None:
        """Begin to look after the printer."""
        self._thread.start()

    def stop(self) -> None:
        """End within two seconds; a job under way is broken off and fails."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(STOP_LIMIT_S)

    def print(self, job_id: str, data: Data) -> None:
        """Print a job once, however often it is asked; `data` may be a function that makes the bytes on this thread."""
        if job_id in self._job_ids:
            log.info("print job %s was given before", job_id)
            return
        self._keep(job_id)
        try:
            self._jobs.put_nowait(_Job(job_id, data, monotonic()))
        except Full:
            self._on_result(PrintResult(job_id, "failed", "busy"))

    def take_new_roll(self) -> None:
        """Somebody put in a new roll of paper; told to the printer's thread, which counts."""
        self._has_new_roll.set()

    def _keep(self, job_id: str) -> None:
        self._job_ids[job_id] = None
        while len(self._job_ids) > MOST_JOB_IDS:
            self._job_ids.popitem(last=False)

    def _run(self) -> None:
        device = self._make_device()
        device.look()
        self._tell(device)
        if self._warm_up:
            self._warm_up()
        try:
            self._serve(device)
        finally:
            device.close()
            self._refuse_rest()

    def _serve(self, device: "Device | NoDevice") -> None:
        looked_at = monotonic()
        while not self._stopping.is_set():
            if self._has_new_roll.is_set():
                self._has_new_roll.clear()
                device.take_new_roll()
            if job := self._next_job():
                self._do(job, device)
                looked_at = monotonic()
            elif monotonic() - looked_at >= device.interval_s:
                device.look()
                looked_at = monotonic()
            else:
                device.listen()
            self._tell(device)

    def _next_job(self) -> _Job | None:
        try:
            return self._jobs.get(timeout=LISTEN_INTERVAL_S)
        except Empty:
            return None

    def _do(self, job: _Job, device: "Device | NoDevice") -> None:
        verdict = self._verdict(job, device)
        log.info("print job %s: %s %s", job.job_id, verdict.paper, verdict.cause or "")
        self._tell(device)
        self._on_result(PrintResult(job.job_id, verdict.paper, verdict.cause))

    def _verdict(self, job: _Job, device: "Device | NoDevice") -> Verdict:
        if monotonic() - job.since > OLDEST_JOB_S:
            return Verdict("failed", "too-slow")
        try:
            return device.print(job.data if isinstance(job.data, bytes) else job.data())
        except Exception:
            # One ticket that cannot be made must not be the last.
            log.exception("print job %s failed", job.job_id)
            return Verdict("failed", "error")

    def _tell(self, device: "Device | NoDevice") -> None:
        self.identity = device.identity
        if device.state != self._told:
            self._told = device.state
            self._on_state(device.state)

    def _refuse_rest(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            self._on_result(PrintResult(job.job_id, "failed", "stopped"))

    def _make_device(self) -> "Device | NoDevice":
        # Imported on this thread: the commands and the database of models take their time, and start-up counts.
        from kiosk.printer.choice import device_for

        return device_for(self._printer, self._stopping.is_set, self._roll_file)
