"""Visitors who take numbers at a kiosk of the branch that is not in the box."""

import time
from uuid import uuid4

from device_box import PATIENCE_S, DeviceBox
from second_box import link_of

from wire.answers import Answer
from wire.commands import TakeTicket

KIOSK = "kiosk-2"


class VisitorsElsewhere:
    """The kiosk of the second box; it repeats a command until the hub answers."""

    def __init__(self, box: DeviceBox) -> None:
        self._link = link_of(box, KIOSK)
        self._link.start()
        assert self._link.wait_connected(PATIENCE_S)
        self._taken: dict[str, str] = {}

    def take(self) -> str:
        """Take a number, and say which."""
        request = str(uuid4())
        self._taken[request] = self._number(request)
        return self._taken[request]

    def is_served(self) -> bool:
        """Does the hub answer at this moment?"""
        return self._ask(next(iter(self._taken)), 0.5) is not None

    def have_what_they_took(self) -> bool:
        """Does the hub still know each number, by the request that it was asked with?"""
        return {request: self._number(request) for request in self._taken} == self._taken

    @property
    def numbers(self) -> list[str]:
        """All that were taken, in order."""
        return list(self._taken.values())

    def leave(self) -> None:
        """End the connection."""
        self._link.stop()

    def _number(self, request: str) -> str:
        end_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < end_s:
            number = self._ask(request, 2)
            if number is not None:
                return number
        raise AssertionError("the hub gives no number")

    def _ask(self, request: str, limit_s: float) -> str | None:
        told = self._link.ask_and_wait(
            TakeTicket(request_id=request, device=KIOSK, topic="digid"), time_limit_s=limit_s
        )
        if isinstance(told, Answer):
            assert told.ticket is not None
            return told.ticket.number
        time.sleep(0.1)
        return None
