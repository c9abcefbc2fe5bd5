"""How this display is, as it tells on the wire."""

from collections.abc import Callable

from display.voice import Voice
from wire.devices import DeviceStatus
from wire.own_status import OwnStatus


def status_of(own: OwnStatus, voice: Voice, *, is_readable: bool = True) -> Callable[[], DeviceStatus]:
    """Tells, each time anew, how the display is; degraded when calls should be heard and are not.

    `is_readable`: whether the screen is large enough for its room.
    """

    def status() -> DeviceStatus:
        return own.of(
            "degraded" if voice.is_broken else "ready",
            facts={"is_heard": voice.is_heard, "is_readable": is_readable, "voices": " ".join(sorted(voice.languages))},
        )

    return status
