"""How this kiosk is, as it tells on the wire."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from kiosk.flow import Flow
from kiosk.views.number import WITHOUT_PAPER
from voices.player import Player
from wire.devices import DeviceStatus, Fact
from wire.times import at_text


def offline(device: str) -> DeviceStatus:
    """What others hear when the kiosk is gone."""
    now = at_text(datetime.now(UTC))
    return DeviceStatus(device=device, kind="kiosk", state="offline", at=now, since=now, version=_version())


def status_of(
    device: str, flow: Flow, more: Callable[[], dict[str, Fact]] = dict, *, player: Player | None = None
) -> Callable[[], DeviceStatus]:
    """Tells, each time anew, how the kiosk is; degraded when its printer should give paper and does not.

    So it is when its voice should be heard and is not: `player`, where there is one, knows of the last sound.
    """
    since = at_text(datetime.now(UTC))

    def status() -> DeviceStatus:
        is_mute = player is not None and player.is_heard is False
        has_trouble = is_mute or flow.printer.state in WITHOUT_PAPER - {"none"}
        return DeviceStatus(
            device=device,
            kind="kiosk",
            state="degraded" if has_trouble else "ready",
            at=at_text(datetime.now(UTC)),
            since=since,
            version=_version(),
            printer=flow.printer,
            facts={
                "spare_numbers_waiting": flow.spares_waiting,
                "is_heard": player is not None and not is_mute,
                **more(),
            },
        )

    return status


def _version() -> str:
    return version("aan-de-beurt")
