"""Carries out what the flow decided: on the link, at the printer, on disk."""

import logging
from collections.abc import Callable

from kiosk.effects import (
    Ask,
    CheckPin,
    Effect,
    Hush,
    KeepSpares,
    LookAround,
    Note,
    PrintOther,
    PrintTicket,
    Remember,
    Restart,
    Say,
    SetVolume,
    TakeNewRoll,
)
from kiosk.events import Answered, Event, PaperCame, PrinterChanged, SpareKept
from kiosk.memory import Memory
from kiosk.paper import PaperMaker
from kiosk.printer.result import PrintResult
from kiosk.printer.worker import PrinterWorker
from kiosk.service.hands import Hands
from kiosk.speech.speech import Speech
from runtime.settings.model import Printer
from wire.commands import Command
from wire.devices import PrinterState
from wire.link import Link

log = logging.getLogger(__name__)


class Doer:
    """The kiosk's hands; what comes of it goes to `tell`, from whatever thread it came on."""

    def __init__(
        self,
        *,
        link: Link,
        memory: Memory,
        paper: PaperMaker,
        printer: Printer,
        service: Hands,
        speech: Speech | None,
        tell: Callable[[Event], None],
        is_clock_trusted: Callable[[], bool],
    ) -> None:
        self._link = link
        self._memory = memory
        self._paper = paper
        self._service = service
        self._speech = speech
        self._tell = tell
        self._is_clock_trusted = is_clock_trusted
        self.printer = PrinterWorker(
            printer, self._on_result, self._on_state, roll_file=memory.roll_file, warm_up=paper.warm_up
        )

    def do(self, effect: Effect) -> None:
        """One effect; returns soon, but for the disk. Without speech nothing is said."""
        match effect:
            case Ask(command):
                self._ask(command)
            case PrintTicket():
                self._print(effect)
            case PrintOther(job):
                self.printer.print(job.job_id, lambda: self._paper.other(job, self.printer.identity))
            case KeepSpares():
                self._keep(effect)
            case Remember(under_way):
                self._memory.remember(under_way)
            case TakeNewRoll():
                self.printer.take_new_roll()
            case CheckPin() | LookAround() | Restart():
                self._service.do(effect)
            case Say() | Hush() | SetVolume():
                self._speak(effect)
            case Note(text):
                log.warning("%s", text)

    def _speak(self, effect: Say | Hush | SetVolume) -> None:
        if self._speech:
            self._speech.do(effect)

    def _keep(self, wanted: KeepSpares) -> None:
        is_kept = self._memory.keep_spares(wanted.book)
        if wanted.is_new:
            self._tell(SpareKept(is_kept))

    def _ask(self, command: Command) -> None:
        self._link.ask(command, lambda answer: self._tell(Answered(command.request_id, answer)))

    def _print(self, wanted: PrintTicket) -> None:
        is_trusted = self._is_clock_trusted() and bool(wanted.ticket.ticket_id)

        def make() -> bytes:
            return self._paper.ticket(wanted.ticket, is_large=wanted.is_large, is_clock_trusted=is_trusted)

        self.printer.print(wanted.job_id, make)

    def _on_result(self, result: PrintResult) -> None:
        self._tell(PaperCame(result.job_id, result.paper, result.cause))

    def _on_state(self, state: PrinterState) -> None:
        self._tell(PrinterChanged(state))
