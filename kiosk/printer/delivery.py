"""One job on its way to paper, and how far it is known to have come."""

from dataclasses import dataclass
from typing import Final

from kiosk.printer.answers import Block
from kiosk.printer.commands import CONFIRM, process_id
from kiosk.printer.conversation import Conversation
from kiosk.printer.result import Certainty
from kiosk.printer.steps import pieces
from kiosk.printer.trouble import PrinterTrouble

ANSWER_LIMIT_S: Final = 0.5
QUESTION_INTERVAL_S: Final = 0.5
UNANSWERED_WAIT_S: Final = 1.0
"""How long a printer that never answered is given to begin."""

PIECE_BYTES: Final = 800
MOST_PIECES_AHEAD: Final = 2
"""A small printer holds 4 KB; one that is full hears no call to drop it all when the paper ends."""

PIECE_LIMIT_S: Final = 1.0

RESPONSE: Final = 0x37
PROCESS_ID: Final = b'"'


@dataclass(frozen=True, slots=True)
class Job:
    """Bytes to print, when to give up, and the four characters asked back where the printer has that."""

    data: bytes
    deadline: float
    identity: bytes | None
    is_answer_expected: bool
    is_confirming: bool = False
    """Whether the printer is known to tell how far in the data it is."""

    @property
    def ending(self) -> bytes:
        """What makes the printer tell that it is at the end."""
        return (process_id(self.identity) if self.identity else b"") + CONFIRM

    @property
    def parts(self) -> list[bytes]:
        """The data, after each part of which the printer can be asked."""
        return list(pieces(self.data, PIECE_BYTES)) if self.is_confirming else [self.data]


def deliver(talk: Conversation, job: Job) -> Certainty:
    """Send a job and wait for word of it.

    Raises:
        PrinterTrouble: it did not come out, as far as is known.
    """
    talk.listen()
    talk.forget_receipts()
    asked = _send(talk, job)
    if word := _wait(talk, job, asked):
        return word
    if not talk.has_all_left():
        raise PrinterTrouble("too-slow")
    if job.is_answer_expected and not talk.ask(ANSWER_LIMIT_S):
        raise PrinterTrouble("silent")
    talk.refuse_fault()
    return "processed" if talk.confirmations >= asked else "sent"


def has_process_id(talk: Conversation, identity: bytes) -> bool:
    """Whether the printer said that all before these characters was printed."""
    return Block(RESPONSE, PROCESS_ID + identity) in talk.receipts


def _send(talk: Conversation, job: Job) -> int:
    """Send part by part, never far ahead of the printer; how often it was asked to confirm."""
    *most, last = job.parts
    for number, part in enumerate(most, start=1):
        talk.put(part + CONFIRM, job.deadline - talk.now())
        _await_confirmations(talk, number - MOST_PIECES_AHEAD, job.deadline)
    talk.put(last + job.ending, job.deadline - talk.now())
    return len(most) + 1


def _await_confirmations(talk: Conversation, count: int, deadline: float) -> None:
    until = min(deadline, talk.now() + PIECE_LIMIT_S)
    while talk.confirmations < count and (left_s := until - talk.now()) > 0:
        talk.listen(left_s)
        talk.refuse_fault()


def _wait(talk: Conversation, job: Job, asked: int) -> Certainty | None:
    deadline = job.deadline - ANSWER_LIMIT_S
    if not job.is_answer_expected:
        deadline = min(deadline, talk.now() + UNANSWERED_WAIT_S)
    question_at = talk.now() + QUESTION_INTERVAL_S
    while (left_s := deadline - talk.now()) > 0:
        talk.listen(left_s)
        talk.refuse_fault()
        if job.identity and has_process_id(talk, job.identity):
            return "printed"
        if not job.identity and talk.confirmations >= asked:
            return "processed"
        if job.is_answer_expected and talk.now() > question_at:
            # Not every printer tells of its faults by itself.
            talk.ask(min(ANSWER_LIMIT_S, left_s))
            question_at = talk.now() + QUESTION_INTERVAL_S
    return None
