"""One job on its way to paper, and how far it is known to have come."""

from dataclasses import dataclass
from typing import Final

from kiosk.printer.answers import Block
from kiosk.printer.commands import CONFIRM, process_id
from kiosk.printer.conversation import Conversation
from kiosk.printer.patience import Patience
from kiosk.printer.result import Certainty
from kiosk.printer.steps import pieces
from kiosk.printer.trouble import PrinterTrouble

ANSWER_LIMIT_S: Final = 0.5
QUESTION_INTERVAL_S: Final = 0.5
UNANSWERED_WAIT_S: Final = 1.0
"""How long a printer that never answered is given to begin."""

SETTLING_S: Final = 0.7
"""From taking all in hand to the cut; a fault in that time is told of the job."""

PIECE_BYTES: Final = 800
PIECE_LIMIT_S: Final = 2.0

RESPONSE: Final = 0x37
PROCESS_ID: Final = b'"'


@dataclass(slots=True)
class Job:
    """Bytes to print, how long to wait, and the four characters asked back where the printer has that."""

    data: bytes
    patience: Patience
    identity: bytes | None
    is_answer_expected: bool
    is_confirming: bool = False
    """Whether the printer is known to tell how far in the data it is."""

    is_sent: bool = False

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
    talk.begin_anew()
    asked = _send(talk, job)
    if _is_printed(talk, job, asked):
        return "printed"
    if not talk.has_all_left():
        raise PrinterTrouble("too-slow")
    if job.is_answer_expected and not talk.ask(ANSWER_LIMIT_S):
        raise PrinterTrouble("silent")
    talk.refuse_any_fault()
    return "processed" if talk.confirmations >= asked else "sent"


def has_process_id(talk: Conversation, identity: bytes) -> bool:
    """Whether the printer said that all before these characters was printed."""
    return Block(RESPONSE, PROCESS_ID + identity) in talk.receipts


def _send(talk: Conversation, job: Job) -> int:
    """Send part by part, one part ahead of the printer; how often it was asked to confirm.

    A small printer holds 4 KB, and one that is full hears no call to drop it all when the paper ends.
    """
    *most, last = job.parts
    for number, part in enumerate(most):
        talk.put(part + CONFIRM, job.patience.left_s)
        _await_confirmations(talk, number, job.patience)
    talk.put(last + job.ending, job.patience.left_s)
    job.is_sent = True
    return len(most) + 1


def _await_confirmations(talk: Conversation, count: int, patience: Patience) -> None:
    until = talk.now() + min(PIECE_LIMIT_S, patience.left_s)
    while talk.confirmations < count:
        if talk.now() >= until:
            _refuse_silence(talk)
            return
        talk.listen(until - talk.now())
        talk.refuse_any_fault()
    patience.note_progress()


def _refuse_silence(talk: Conversation) -> None:
    if not talk.ask(ANSWER_LIMIT_S):
        raise PrinterTrouble("silent" if talk.has_all_left() else "too-slow")
    talk.refuse_any_fault()


def _is_printed(talk: Conversation, job: Job, asked: int) -> bool:
    """Wait until the printer says that all is on paper; else until it had time to say what is wrong."""
    wait = _Wait(talk, job, asked)
    while (left_s := wait.left_s) > 0:
        talk.listen(left_s)
        talk.refuse_any_fault()
        if job.identity and has_process_id(talk, job.identity):
            return True
        wait.look(left_s)
    return False


class _Wait:
    """The time between the last byte and the verdict."""

    def __init__(self, talk: Conversation, job: Job, asked: int) -> None:
        self._talk = talk
        self._job = job
        self._asked = asked
        self._until = float("inf") if job.is_answer_expected else talk.now() + UNANSWERED_WAIT_S
        self._question_at = talk.now() + QUESTION_INTERVAL_S
        self._confirmations = talk.confirmations

    @property
    def left_s(self) -> float:
        return min(self._job.patience.left_s - ANSWER_LIMIT_S, self._until - self._talk.now())

    def look(self, left_s: float) -> None:
        if self._talk.confirmations > self._confirmations:
            self._note_confirmation()
        if self._job.is_answer_expected and self._talk.now() > self._question_at:
            # Not every printer tells of its faults by itself.
            self._talk.ask(min(ANSWER_LIMIT_S, left_s))
            self._question_at = self._talk.now() + QUESTION_INTERVAL_S

    def _note_confirmation(self) -> None:
        self._confirmations = self._talk.confirmations
        self._job.patience.note_progress()
        if not self._job.identity and self._confirmations >= self._asked:
            self._until = self._talk.now() + SETTLING_S
