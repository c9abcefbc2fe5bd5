"""Makes the lamp and the buzzer follow the menu, on a thread of its own: pins may never hold up a visitor."""

import logging
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Final

from kiosk.alarm.devices import Devices
from kiosk.alarm.pins import NoPins, pins_here
from kiosk.alarm.press import Press
from runtime.settings.model import Gpio
from wire.devices import Fact
from wire.names import new_id

AGAIN_S: Final = 60.0
BEEPS_MOST: Final = 10
"""So often it sounds for the same alert; after that the lamp alone stays."""

END_S: Final = 2.0

log = logging.getLogger(__name__)


def alarm_of(gpio: Gpio | None) -> "Alarm":
    """The alarm of a branch file; one without pins does nothing."""
    return Alarm(gpio or Gpio())


class Alarm:
    """The lamp is on while somebody waits for whom no desk is free; the button says that somebody comes."""

    def __init__(self, gpio: Gpio, *, pins: Callable[[], Any] = pins_here, again_s: float = AGAIN_S) -> None:
        self._gpio = gpio
        self._pins = pins
        self._again_s = again_s
        self._press = Press(new_id)
        self._shown: SimpleQueue[bool | None] = SimpleQueue()
        self._is_alert = False
        self._on_press: Callable[[], object] = lambda: None
        self._thread = threading.Thread(target=self._run, name="alarm", daemon=True)

    def start(self, on_press: Callable[[], object]) -> None:
        """Begin; `on_press` is called on another thread, after which `facts` tells of the press."""
        self._on_press = on_press
        if self._gpio != Gpio():
            self._thread.start()

    def show(self, *, is_alert: bool) -> None:
        """The hub said whether somebody waits alone."""
        if is_alert != self._is_alert:
            self._is_alert = is_alert
            self._shown.put(is_alert)

    def stop(self) -> None:
        """Lamp off, and let go of the pins."""
        self._shown.put(None)
        if self._thread.is_alive():
            self._thread.join(END_S)

    def facts(self) -> dict[str, Fact]:
        """What the kiosk's status tells of the button."""
        return self._press.facts()

    def _run(self) -> None:
        try:
            devices = Devices(self._gpio, self._pins(), self._pressed)
        except NoPins as fault:
            log.warning("alerts.gpio is left alone: %s", fault)
            return
        except Exception:
            log.exception("alerts.gpio is left alone: check the pins in the branch file")
            return
        try:
            self._follow(devices)
        finally:
            devices.close()

    def _follow(self, devices: Devices) -> None:
        is_alert, beeps, next_s = False, 0, 0.0
        while True:
            try:
                waits_s = next_s - time.monotonic() if is_alert and beeps < BEEPS_MOST else None
                shown = self._shown.get(timeout=None if waits_s is None else max(0.0, waits_s))
            except Empty:
                shown = is_alert
            if shown is None:
                return
            if shown != is_alert:
                is_alert, beeps = shown, 0
                devices.light(is_on=is_alert)
            if not is_alert:
                devices.hush()
                continue
            devices.beep()
            beeps, next_s = beeps + 1, time.monotonic() + self._again_s

    def _pressed(self) -> None:
        # Without somebody who waits there is nothing to say, and a child that plays with it says nothing.
        if self._is_alert:
            self._press.press()
            self._on_press()
