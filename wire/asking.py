"""The questions that wait for an answer: each ends exactly once, with an answer or without."""

import logging
import math
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from wire.answers import Answer, NoAnswer, Refused, Silence, decode_answer
from wire.connection.shield import shielded
from wire.message import Message
from wire.payload import Unreadable

MAX_PENDING: Final = 1000

OnAnswer = Callable[[Answer | Refused | NoAnswer], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Pending:
    on_answer: OnAnswer
    deadline_s: float


class Asking:
    """The pending questions of one client, by their correlation data; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pending: dict[bytes, _Pending] = {}

    def add(self, on_answer: OnAnswer, deadline_s: float) -> bytes | None:
        """The correlation data of a new question; None when too many are waiting already."""
        correlation = secrets.token_bytes(12)
        with self._lock:
            if len(self._pending) >= MAX_PENDING:
                return None
            self._pending[correlation] = _Pending(on_answer, deadline_s)
        return correlation

    def take_answer(self, message: Message) -> None:
        """Ends the question that the message answers; a late or foreign one is dropped."""
        try:
            answer = decode_answer(message.payload)
        except Unreadable as fault:
            log.warning("dropped what is no answer: %s", fault)
            return
        self._end(message.correlation or b"", answer)

    def give_up(self, correlation: bytes, why: Silence) -> None:
        """Ends one question without an answer, unless it has ended."""
        self._end(correlation, NoAnswer(why))

    def give_up_all(self, why: Silence) -> None:
        """Ends every question without an answer."""
        with self._lock:
            pending = tuple(self._pending)
        for correlation in pending:
            self._end(correlation, NoAnswer(why))

    def expire(self, now_s: float) -> None:
        """Ends the questions whose time is over."""
        with self._lock:
            late = [correlation for correlation, asked in self._pending.items() if asked.deadline_s <= now_s]
        for correlation in late:
            self._end(correlation, NoAnswer("timed-out"))

    def next_deadline_s(self) -> float:
        """When the first question runs out of time; infinite when nothing waits."""
        with self._lock:
            return min((asked.deadline_s for asked in self._pending.values()), default=math.inf)

    def _end(self, correlation: bytes, answer: Answer | Refused | NoAnswer) -> None:
        with self._lock:
            asked = self._pending.pop(correlation, None)
        if asked is not None:
            shielded("taking an answer", asked.on_answer, answer)
