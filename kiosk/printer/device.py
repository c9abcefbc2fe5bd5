"""One printer over time: found and lost, asked and flushed, and given one job after the other."""

import logging
from collections.abc import Callable
from itertools import count
from time import monotonic
from typing import Final

from kiosk.printer import commands
from kiosk.printer.answers import Block
from kiosk.printer.condition import Condition
from kiosk.printer.conversation import Conversation
from kiosk.printer.delivery import ANSWER_LIMIT_S, Job, deliver, has_process_id
from kiosk.printer.models import PrinterModel
from kiosk.printer.patience import Patience
from kiosk.printer.result import Verdict
from kiosk.printer.roads import seconds_for, transport_to
from kiosk.printer.roll import Roll
from kiosk.printer.steps import paper_mm
from kiosk.printer.transport import Transport
from kiosk.printer.trouble import PrinterTrouble, condition_of
from runtime.settings.model import Printer
from wire.devices import PrinterState

log = logging.getLogger(__name__)

FLUSH_LIMIT_S: Final = 2.5
"""More than its bytes need: a line may be slower than the branch file says."""

ABANDON_LIMIT_S: Final = 0.3
HEALTHY_INTERVAL_S: Final = 5.0
TROUBLE_INTERVAL_S: Final = 1.0
QUIET_INTERVAL_S: Final = 10.0
"""How often a printer is asked that never answered yet."""

MOST_SILENT_IDENTITIES: Final = 2
"""A model may have process ids by the book and not in the box."""

WORTH_A_NEW_START: Final = frozenset({"gone", "not-found", "silent", "too-slow"})
"""After these the road is made anew, and what stands still on it is dropped."""

IDENTITY_ANSWER: Final = 0x5F


class Device:
    """Has a `state` to show; every method returns within its limits, whatever the printer does.

    Args:
        printer: what the branch file says of it
        model: what it can do
        is_stopping: asked often; once it says so, every method ends
        roll: counts the paper; one of its own unless given
        transport: the road to the printer; the one that the branch file tells unless given
        now: seconds on a clock that never jumps
    """

    def __init__(
        self,
        printer: Printer,
        model: PrinterModel,
        is_stopping: Callable[[], bool],
        *,
        roll: Roll | None = None,
        transport: Transport | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self.state = PrinterState("unknown")
        self.identity: str | None = None
        """What it said of its maker and its model."""

        self._printer = printer
        self._model = model
        self._is_stopping = is_stopping
        self._roll = roll or Roll(printer.width_dots)
        self._transport = transport or transport_to(printer)
        self._now = now
        self._talk: Conversation | None = None
        self._has_answered = False
        self._is_confirming = False
        self._must_flush = True
        self._must_cut = False
        self._job_numbers = count(1)
        self._has_told_identity = False
        self._silent_identities = 0 if model.has_process_id else MOST_SILENT_IDENTITIES

    @property
    def interval_s(self) -> float:
        """How long to wait until the next `look`."""
        if self.state.state not in {"ready", "paper-low", "unknown"}:
            return TROUBLE_INTERVAL_S
        return HEALTHY_INTERVAL_S if self._has_answered else QUIET_INTERVAL_S

    def look(self) -> None:
        """Find the printer, ask how it is, and clear what an earlier job left in it."""
        try:
            self._prepare(is_asking=True)
        except PrinterTrouble as trouble:
            self._note(trouble)

    def listen(self) -> None:
        """Take in what the printer tells by itself."""
        try:
            if self._talk is None or not self._talk.listen():
                return
            if self._must_flush and not self._talk.condition.cause:
                self._prepare(is_asking=True)
            self._show(self._talk.condition)
        except PrinterTrouble as trouble:
            self._note(trouble)

    def print(self, data: bytes) -> Verdict:
        """Put a job on paper and say how sure that is; what failed does not come out later."""
        patience = Patience(len(data), seconds_for(len(data), self._printer), self._now)
        try:
            talk = self._prepare(is_asking=self._has_answered)
        except PrinterTrouble as trouble:
            return self._failure(trouble)
        job = Job(data, patience, self._next_identity(), self._has_answered, self._is_confirming)
        try:
            return self._deliver(talk, job)
        except PrinterTrouble as trouble:
            self._abandon(trouble, job)
            return self._failure(trouble)

    def close(self) -> None:
        """Leave the printer, and keep how much paper is used."""
        self._disconnect()
        self._roll.save()

    def take_new_roll(self) -> None:
        """Somebody put in a new roll of paper."""
        self._roll.replace()
        if self._talk and self.state.state == "paper-low":
            self._show(self._talk.condition)

    def _disconnect(self) -> None:
        self._transport.close()
        self._talk = None

    def _prepare(self, *, is_asking: bool) -> Conversation:
        """The conversation with a printer that is fit to print."""
        talk = self._talk or self._open()
        if is_asking or self._must_flush:
            self._ask(talk)
        talk.refuse_fault()
        if self._must_flush:
            self._flush(talk)
        self._show(talk.condition)
        return talk

    def _open(self) -> Conversation:
        self._transport.open()
        self._must_flush = True
        self._talk = Conversation(self._transport, self._is_stopping, self._now)
        return self._talk

    def _ask(self, talk: Conversation) -> None:
        is_answering = talk.ask(ANSWER_LIMIT_S)
        if self._has_answered and not is_answering:
            raise PrinterTrouble("silent")
        self._has_answered = is_answering

    def _flush(self, talk: Conversation) -> None:
        """End a picture that broke off, drop what waits in the printer, and cut off what it had begun."""
        data = commands.CLEAR_NOW + commands.RECOVER + commands.flush(self._printer.width_dots)
        data += commands.CUT if self._must_cut and self._model.has_cutter else b""
        data += commands.ASK_MAKER + commands.ASK_MODEL + commands.CONFIRM if self._has_answered else b""
        limit_s = seconds_for(len(data), self._printer) + FLUSH_LIMIT_S
        deadline = self._now() + limit_s
        talk.begin_anew()
        talk.put(data, limit_s)
        while self._has_answered and not talk.confirmations and (left_s := deadline - self._now()) > 0:
            talk.listen(left_s)
        self._is_confirming = bool(talk.confirmations)
        self.identity = _identity(talk) or self.identity
        self._must_flush = self._must_cut = False

    def _next_identity(self) -> bytes | None:
        has_identity = self._silent_identities < MOST_SILENT_IDENTITIES
        return b"%04d" % (next(self._job_numbers) % 10_000) if has_identity else None

    def _deliver(self, talk: Conversation, job: Job) -> Verdict:
        self._roll.use(paper_mm(job.data, self._printer.width_dots))
        word = deliver(talk, job)
        if job.identity:
            self._note_identity(is_told=has_process_id(talk, job.identity))
        self._show(talk.condition)
        return Verdict(word)

    def _note_identity(self, *, is_told: bool) -> None:
        """A printer that told one once can; any other is soon no longer asked, because it makes each ticket wait."""
        self._has_told_identity = self._has_told_identity or is_told
        self._silent_identities = 0 if self._has_told_identity else self._silent_identities + 1

    def _abandon(self, trouble: PrinterTrouble, job: Job) -> None:
        """Drop what is on the road and in the printer, so that it does not come out when all is well again."""
        # A silent printer that got all of the job got its cut too; in any other a begun ticket may hang.
        self._must_cut = trouble.cause != "silent" or not job.is_sent
        self._disconnect()
        try:
            self._open().put(commands.CLEAR_NOW + commands.RECOVER, ABANDON_LIMIT_S)
        except PrinterTrouble as again:
            log.debug("cannot clear the printer now: %s", again)

    def _failure(self, trouble: PrinterTrouble) -> Verdict:
        self._note(trouble)
        return Verdict("failed", trouble.cause)

    def _note(self, trouble: PrinterTrouble) -> None:
        if trouble.cause == "stopped":
            return
        if trouble.cause in WORTH_A_NEW_START:
            self._disconnect()
        if trouble.cause == "paper-out":
            self._roll.see(is_out=True)
        self._turn(PrinterState(condition_of(trouble.cause), trouble.cause), str(trouble))

    def _show(self, condition: Condition) -> None:
        if self._has_answered:
            self._roll.see(is_out=condition.is_paper_out)
        if condition.cause:
            self._turn(PrinterState(condition_of(condition.cause), condition.cause), condition.cause)
        elif self._is_low(condition):
            self._turn(PrinterState("paper-low", self.identity), f"{self._roll.used_mm / 1000:.0f} m are used")
        elif not self._has_answered:
            self._turn(PrinterState("unknown"), "it does not answer")
        else:
            self._turn(PrinterState("ready", self.identity), "it answers")

    def _is_low(self, condition: Condition) -> bool:
        return condition.is_paper_low or (not self._model.has_near_end and self._roll.is_low)

    def _turn(self, state: PrinterState, why: str) -> None:
        if state != self.state:
            is_well = state.state in {"ready", "paper-low"}
            log.log(logging.INFO if is_well else logging.WARNING, "printer is %s: %s", state.state, why)
        self.state = state


def _identity(talk: Conversation) -> str | None:
    told = [receipt.data for receipt in talk.receipts if isinstance(receipt, Block) and receipt.head == IDENTITY_ANSWER]
    return " ".join(part.decode("ascii", "replace").strip() for part in told) or None
