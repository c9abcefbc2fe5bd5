"""How this display is, as it tells on the wire."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from display.voice import Voice
from wire.devices import DeviceStatus
from wire.times import at_text


def offline(device: str) -> DeviceStatus:
    """What others hear when the display is gone."""
    now = at_text(datetime.now(UTC))
    return DeviceStatus(device=device, kind="display", state="offline", at=now, since=now, version=_version())


def status_of(device: str, voice: Voice, *, is_readable: bool = True) -> Callable[[], DeviceStatus]:
    """Tells, each time anew, how the display is; degraded when calls should be heard and are not.

    `is_readable`: whether the screen is large enough for its room.
    """
    since = at_text(datetime.now(UTC))

    def status() -> DeviceStatus:
        return DeviceStatus(
            device=device,
            kind="display",
            state="degraded" if voice.is_broken else "ready",
            at=at_text(datetime.now(UTC)),
            since=since,
            version=_version(),
            facts={"is_heard": voice.is_heard, "is_readable": is_readable, "voices": " ".join(sorted(voice.languages))},
        )

    return status


def _version() -> str:
    return version("aan-de-beurt")
