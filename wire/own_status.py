"""How a program says that it is: which device, since when, of what version; only the rest differs."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from msgspec.structs import replace

from wire.devices import DeviceCondition, DeviceKind, DeviceStatus
from wire.times import at_text


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OwnStatus:
    """Makes the statuses of one device, which begins now; may be asked from any thread."""

    def __init__(self, device: str, kind: DeviceKind, now: Callable[[], datetime] = _utc_now) -> None:
        since = at_text(now())
        self.offline = DeviceStatus(
            device=device, kind=kind, state="offline", at=since, since=since, version=version("aan-de-beurt")
        )
        """The last will: what others hear when the program is gone."""
        self._now = now

    def of(self, state: DeviceCondition = "ready", **more: Any) -> DeviceStatus:
        """The status of this moment; `more` are other fields of DeviceStatus."""
        return replace(self.offline, state=state, at=at_text(self._now()), **more)
