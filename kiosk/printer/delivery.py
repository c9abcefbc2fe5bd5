"""One job on its way to paper, and how far it is known to have come."""

from dataclasses import dataclass
from time import monotonic
from typing import Final

from kiosk.printer.answers import Block, Paper
from kiosk.printer.commands import CONFIRM, process_id
from kiosk.printer.conversation import Conversation
from kiosk.printer.result import Certainty
from kiosk.printer.trouble import PrinterTrouble

ANSWER_LIMIT_S: Final = 0.5
QUESTION_INTERVAL_S: Final = 0.5
UNANSWERED_WAIT_S: Final = 1.0
"""How long a printer that never answered is given to begin."""

RESPONSE: Final = 0x37
PROCESS_ID: Final = b'"'


@dataclass(frozen=True, slots=True)
class Job:
    """Bytes to print, when to give up (monotonic), and the four characters asked back where the printer has that."""

    data: bytes
    deadline: float
    identity: bytes | None
    is_answer_expected: bool

    @property
    def ending(self) -> bytes:
        """What makes the printer tell how far it is."""
        return (process_id(self.identity) if self.identity else b"") + CONFIRM


def deliver(talk: Conversation, job: Job) -> Certainty:
    """Send a job and wait for word of it.

    Raises:
        PrinterTrouble: it did not come out, as far as is known.
    """
    talk.listen()
    talk.receipts.clear()
    talk.put(job.data + job.ending, job.deadline - monotonic())
    if word := _wait(talk, job):
        return word
    if not talk.has_all_left():
        raise PrinterTrouble("too-slow")
    if job.is_answer_expected and not talk.ask(ANSWER_LIMIT_S):
        raise PrinterTrouble("silent")
    talk.refuse_fault()
    return _word(talk, None) or "sent"


def has_process_id(talk: Conversation, identity: bytes) -> bool:
    """Whether the printer said that all before these characters was printed."""
    return Block(RESPONSE, PROCESS_ID + identity) in talk.receipts


def _wait(talk: Conversation, job: Job) -> Certainty | None:
    deadline = job.deadline - ANSWER_LIMIT_S
    if not job.is_answer_expected:
        deadline = min(deadline, monotonic() + UNANSWERED_WAIT_S)
    question_at = monotonic() + QUESTION_INTERVAL_S
    while (left_s := deadline - monotonic()) > 0:
        talk.listen(left_s)
        talk.refuse_fault()
        if word := _word(talk, job.identity):
            return word
        if job.is_answer_expected and monotonic() > question_at:
            # Not every printer tells of its faults by itself.
            talk.ask(min(ANSWER_LIMIT_S, left_s))
            question_at = monotonic() + QUESTION_INTERVAL_S
    return None


def _word(talk: Conversation, identity: bytes | None) -> Certainty | None:
    if identity is not None:
        return "printed" if has_process_id(talk, identity) else None
    return "processed" if any(isinstance(receipt, Paper) for receipt in talk.receipts) else None
