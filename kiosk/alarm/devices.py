"""What hangs on the pins, each only where the branch file names its pin."""

from collections.abc import Callable
from typing import Any, Final

from runtime.settings.model import Gpio

BOUNCE_S: Final = 0.05
BEEP_S: Final = 0.2
BEEPS: Final = 2


class Devices:
    """A lamp, a buzzer and a button; `on_press` is called on a thread of gpiozero."""

    def __init__(self, gpio: Gpio, pins: Any, on_press: Callable[[], None]) -> None:
        # Imported late: it takes its time, and most kiosks have none of this.
        from gpiozero import LED, Button, Buzzer

        self._pins = pins
        self._lamp = None if gpio.lamp is None else LED(gpio.lamp, pin_factory=pins)
        self._buzzer = None if gpio.buzzer is None else Buzzer(gpio.buzzer, pin_factory=pins)
        self._button = None if gpio.button is None else Button(gpio.button, bounce_time=BOUNCE_S, pin_factory=pins)
        if self._button:
            self._button.when_pressed = on_press

    def light(self, *, is_on: bool) -> None:
        """Switch the lamp."""
        if self._lamp:
            self._lamp.value = is_on

    def beep(self) -> None:
        """Two short tones; returns at once."""
        if self._buzzer:
            self._buzzer.beep(on_time=BEEP_S, off_time=BEEP_S, n=BEEPS)

    def hush(self) -> None:
        """Break off the tones."""
        if self._buzzer:
            self._buzzer.off()

    def close(self) -> None:
        """Let go of the pins; what was on goes off."""
        for each in (self._lamp, self._buzzer, self._button, self._pins):
            if each:
                each.close()
