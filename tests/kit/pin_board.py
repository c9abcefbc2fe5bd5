"""A header with pins for tests: gpiozero's own mock pins, read and pressed by their numbers."""

from typing import Any

from gpiozero.pins.mock import MockFactory


class PinBoard:
    """Pins without a machine: `is_on` reads what drives a lamp, `press` pulls a button to ground and lets go."""

    def __init__(self) -> None:
        self.factory: Any = MockFactory()

    def is_on(self, pin: int) -> bool:
        """Whether the pin is high."""
        return bool(self.factory.pin(pin).state)

    def tones(self, pin: int) -> int:
        """How often the pin went up."""
        return sum(state.state for state in self.factory.pin(pin).states[1:])

    def press(self, pin: int) -> None:
        """Press the button on a pin once."""
        self.factory.pin(pin).drive_low()
        self.factory.pin(pin).drive_high()
