"""How the hub says it is."""

from hub.ledger import Ledger
from runtime.settings.model import Settings
from wire.devices import DeviceStatus
from wire.own_status import OwnStatus


class HubStatus:
    """Makes the hub's status; called from the link's threads, reads single values only."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._ledger = ledger
        self._own = OwnStatus(settings.hub.device, "hub", lambda: ledger.clock.peek().at)

    @property
    def offline(self) -> DeviceStatus:
        """The last will."""
        return self._own.offline

    def now(self) -> DeviceStatus:
        """The status of this moment."""
        is_degraded = self._ledger.is_degraded
        return self._own.of(
            "degraded" if is_degraded else "ready",
            facts={
                "storage": "failed" if is_degraded else "ok",
                "clock": "trusted" if self._ledger.clock.peek().is_trusted else "untrusted",
            },
        )
