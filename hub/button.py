"""The button beside a kiosk: a press that its status tells is *Ik kom eraan*, as if a console had asked it."""

import time
from typing import Final

from hub.inbox import Request
from runtime.settings.model import Settings
from wire.commands import Acknowledge, name_of
from wire.devices import PRESS, DeviceStatus
from wire.names import is_random_id
from wire.payload import encode

ACTS_WITHIN_S: Final = 10.0


class Button:
    """Knows which kiosks may have one; a press counts once, because it carries the id of the command."""

    def __init__(self, settings: Settings) -> None:
        has_button = settings.alerts.gpio is not None and settings.alerts.gpio.button is not None
        self._kiosks = frozenset(kiosk.device for kiosk in settings.kiosks) if has_button else frozenset[str]()

    def request(self, status: DeviceStatus) -> Request | None:
        """The command that a press stands for; `status` was told just now, and not kept by the broker."""
        press = status.facts.get(PRESS)
        if status.device not in self._kiosks or not (isinstance(press, str) and is_random_id(press)):
            return None
        command = Acknowledge(request_id=press)
        return Request(name_of(command), encode(command), None, None, time.monotonic() + ACTS_WITHIN_S)
