"""What is said to a printer and heard from it over one open road."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from kiosk.printer.answers import Answer, AnswerParser, Automatic, Block, Paper, RealTime
from kiosk.printer.commands import ASK_STATUS
from kiosk.printer.condition import ASKED, Condition, after_answer, after_paper, told_by
from kiosk.printer.transport import Transport
from kiosk.printer.trouble import Cause, PrinterTrouble

STEP_S: Final = 0.1
"""Nothing waits longer than this without a look at what else happened."""

MOST_RECEIPTS: Final = 20


class Conversation:
    """Keeps the printer's condition as it is told, asked for or not; `is_stopping` ends any wait."""

    def __init__(
        self, transport: Transport, is_stopping: Callable[[], bool], now: Callable[[], float] = monotonic
    ) -> None:
        self.now = now
        self.condition = Condition()
        self.receipts: list[Paper | Block] = []
        """What the printer answered to commands in the data, the last ones only."""

        self.fault: Cause | None = None
        """The last fault that was told, also where it is over by now."""

        self.confirmations = 0
        """How often it answered that all before was taken in hand."""

        self._transport = transport
        self._is_stopping = is_stopping
        self._parser = AnswerParser()
        self._questions: list[int] = []

    def listen(self, limit_s: float = 0) -> bool:
        """Whether the printer said something; returns as soon as it did."""
        if self._is_stopping():
            raise PrinterTrouble("stopped")
        answers = self._parser.feed(self._transport.read(min(limit_s, STEP_S)))
        for answer in answers:
            self._note(answer)
        return bool(answers)

    def ask(self, limit_s: float) -> bool:
        """Ask how the printer is; whether it told all of it in time."""
        deadline = self.now() + limit_s
        self._parser.forget()
        self._questions = list(ASKED)
        self.put(ASK_STATUS, limit_s)
        while self._questions and (left_s := deadline - self.now()) > 0:
            self.listen(left_s)
        return not self._questions

    def put(self, data: bytes, limit_s: float) -> None:
        """Send all of it: `too-slow` where that takes longer, and a fault's own cause as soon as one is told."""
        deadline = self.now() + limit_s
        while data:
            if (left_s := deadline - self.now()) <= 0:
                raise PrinterTrouble("too-slow", f"{len(data)} bytes were not taken")
            data = data[self._transport.write(data, min(left_s, STEP_S)) :]
            if data:
                self.listen()
                self.refuse_fault()

    def begin_anew(self) -> None:
        """Forget what the printer answered to commands in the data, and its faults that are over."""
        self.receipts.clear()
        self.confirmations = 0
        self.fault = self.condition.cause

    def refuse_fault(self) -> None:
        """Raise the trouble that the printer told of, if it did."""
        if self.condition.cause:
            raise PrinterTrouble(self.condition.cause)

    def refuse_any_fault(self) -> None:
        """Raise the trouble that the printer told of since `begin_anew`: a ticket is torn also by a short one."""
        if self.fault:
            raise PrinterTrouble(self.fault)

    def has_all_left(self) -> bool:
        """Whether nothing waits any more on this side of the road."""
        return self._transport.unsent() == 0

    def _note(self, answer: Answer) -> None:
        self._take(answer)
        self.fault = self.condition.cause or self.fault

    def _take(self, answer: Answer) -> None:
        match answer:
            case Automatic():
                self.condition = told_by(answer)
            case RealTime(byte):
                if self._questions:
                    self.condition = after_answer(self.condition, self._questions.pop(0), byte)
            case Paper(byte):
                self.condition = after_paper(self.condition, byte)
                self.confirmations += 1
                self._keep(answer)
            case Block():
                self._keep(answer)

    def _keep(self, receipt: Paper | Block) -> None:
        self.receipts = [*self.receipts, receipt][-MOST_RECEIPTS:]
