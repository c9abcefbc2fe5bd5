"""Sends the alerts, on a thread of its own: the loop hands over and goes on."""

import logging
import threading
import time
from queue import Full, Queue
from typing import Final

from hub.alerts.message import Message, messages
from hub.alerts.pace import Pace
from hub.alerts.post import NotSent, post
from runtime.logs import RateLimited
from runtime.settings.model import Settings

WAITING_MOST: Final = 4

log = logging.getLogger(__name__)


class Alerts:
    """Looks on from the hub's loop; without an address it does nothing."""

    def __init__(self, settings: Settings) -> None:
        self._messages = messages(settings)
        self._pace = Pace()
        self._noise = RateLimited(log)
        self._queue: Queue[Message] = Queue(WAITING_MOST)
        if self._messages:
            threading.Thread(target=self._run, name="alerts", daemon=True).start()

    def look(self, *, is_alone: bool) -> None:
        """See whether somebody waits alone, and have it told where it is time; returns at once."""
        if not (self._messages and self._pace.is_due(is_alone=is_alone, now_s=time.monotonic())):
            return
        for message in self._messages:
            try:
                self._queue.put_nowait(message)
            except Full:
                self._noise.warning(
                    message.setting, "%s: left out, as earlier ones are still on their way", message.setting
                )

    def _run(self) -> None:
        while True:
            message = self._queue.get()
            try:
                post(message)
            except NotSent as fault:
                self._noise.warning(message.setting, "%s: nobody was told: %s", message.setting, fault)
            except Exception:
                log.exception("%s: nobody was told", message.setting)
