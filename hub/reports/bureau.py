"""Figures for outside are made beside the loop: protecting small numbers takes seconds, and nobody waits for that."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from hub.decoding import Decoded
from hub.inbox import Request
from hub.ledger import Ledger
from hub.queries import Made
from hub.sitting import Reply
from wire.answers import encode_refusal

WAITING_MOST: Final = 8

log = logging.getLogger(__name__)


class Bureau:
    """Used by the hub's loop, but for the making itself; `wake` is called when there is something to fetch.

    One report at a time: each must know what went out before it.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._waiting: deque[tuple[Request, Decoded]] = deque()
        self._in_hand: tuple[Request, Decoded] | None = None
        self._made: Made | Exception | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything is being made, or waits to be."""
        return bool(self._waiting or self._in_hand)

    def take(self, request: Request, what: Decoded) -> bool:
        """Put a report in line; False where too many wait: it is dropped, as after an expiry."""
        if len(self._waiting) >= WAITING_MOST:
            return False
        self._waiting.append((request, what))
        return True

    def turn(self, ledger: Ledger) -> list[Reply]:
        """Hand over what was made, and begin with the next."""
        replies = self._fetched(ledger)
        while self._waiting and self._in_hand is None:
            request, what = self._waiting.popleft()
            if request.is_expired():
                continue
            work = ledger.begin_report(what)
            if isinstance(work, bytes):
                replies.append(Reply(request, work))
            else:
                self._in_hand = request, what
                threading.Thread(target=self._make, args=(work,), name="report", daemon=True).start()
        return replies

    def _fetched(self, ledger: Ledger) -> list[Reply]:
        made, in_hand = self._made, self._in_hand
        if made is None or in_hand is None:
            return []
        self._made = self._in_hand = None
        request, what = in_hand
        if isinstance(made, Exception):
            log.error("a report could not be made", exc_info=made)
            return [Reply(request, encode_refusal(what.command.request_id, "storage-failed"))]
        return [Reply(request, ledger.end_report(what, made))]

    def _make(self, work: Callable[[], Made]) -> None:
        try:
            self._made = work()
        except Exception as fault:  # noqa: BLE001 - the loop logs it and answers
            self._made = fault
        self._wake()
