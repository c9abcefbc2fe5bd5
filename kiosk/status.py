"""How this kiosk is, as it tells on the wire."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from kiosk.flow.flow import Flow
from kiosk.views.number import WITHOUT_PAPER
from wire.devices import DeviceStatus, Fact
from wire.times import at_text


def offline(device: str) -> DeviceStatus:
    """What others hear when the kiosk is gone."""
    now = at_text(datetime.now(UTC))
    return DeviceStatus(device=device, kind="kiosk", state="offline", at=now, since=now, version=_version())


def status_of(
    device: str, flow: Flow, more: Callable[[], dict[str, Fact]] = dict, *, is_heard: Callable[[], bool | None]
) -> Callable[[], DeviceStatus]:
    """Tells, each time anew, how the kiosk is; degraded when its printer should give paper and does not.

    So it is when its voice was not heard last; `is_heard` is None for a kiosk that is not to speak.
    """
    since = at_text(datetime.now(UTC))

    def status() -> DeviceStatus:
        heard = is_heard()
        has_trouble = heard is False or flow.printer.state in WITHOUT_PAPER - {"none"}
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
                "is_heard": bool(heard),
                **more(),
            },
        )

    return status


def _version() -> str:
    return version("aan-de-beurt")
