"""How the hub says it is."""

from importlib.metadata import version

from hub.ledger import Ledger
from runtime.settings.model import Settings
from wire.devices import DeviceStatus
from wire.times import at_text

VERSION = version("aan-de-beurt")


class HubStatus:
    """Makes the hub's status; called from the link's threads, reads single values only."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._device = settings.hub.device
        self._ledger = ledger
        self._since = at_text(ledger.clock.peek().at)

    def now(self) -> DeviceStatus:
        """The status of this moment."""
        moment = self._ledger.clock.peek()
        is_degraded = self._ledger.is_degraded
        return DeviceStatus(
            device=self._device,
            kind="hub",
            state="degraded" if is_degraded else "ready",
            at=at_text(moment.at),
            since=self._since,
            version=VERSION,
            facts={
                "storage": "failed" if is_degraded else "ok",
                "clock": "trusted" if moment.is_trusted else "untrusted",
            },
        )

    def offline(self) -> DeviceStatus:
        """The last will."""
        return DeviceStatus(
            device=self._device, kind="hub", state="offline", at=self._since, since=self._since, version=VERSION
        )  # fmt: skip
