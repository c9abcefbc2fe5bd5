"""Carries out what the service menu decided, as far as that is the machine's own."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from kiosk.effects import CheckPin, LookAround, Restart
from kiosk.events import Event, LookedAround, PinChecked
from kiosk.service.facts import look_around
from kiosk.service.pin import verdict
from runtime.settings.model import Printer

log = logging.getLogger(__name__)


class Hands:
    """Tells what came of it; of a PIN from a thread of its own, because a hash takes its time."""

    def __init__(
        self,
        pin_file: Path | None,
        printer: Printer,
        roll_file: Path,
        tell: Callable[[Event], None],
        restart: Callable[[], None],
    ) -> None:
        self._pin_file = pin_file
        self._printer = printer
        self._roll_file = roll_file
        self._tell = tell
        self._restart = restart

    def do(self, effect: CheckPin | LookAround | Restart) -> None:
        """One effect; returns soon."""
        match effect:
            case CheckPin(pin):
                Thread(target=self._check, args=(pin,), name="pin", daemon=True).start()
            case LookAround():
                self._tell(LookedAround(look_around(self._printer, self._roll_file)))
            case Restart():
                log.info("restarts, as the service menu asked")
                self._restart()

    def _check(self, pin: str) -> None:
        self._tell(PinChecked(verdict(self._pin_file, pin) if self._pin_file else "unreadable"))
