"""How this kiosk is, as it tells on the wire."""

from collections.abc import Callable

from kiosk.flow.flow import Flow
from kiosk.views.number import WITHOUT_PAPER
from wire.devices import DeviceStatus, Fact
from wire.own_status import OwnStatus


def status_of(
    own: OwnStatus, flow: Flow, more: Callable[[], dict[str, Fact]] = dict, *, is_heard: Callable[[], bool | None]
) -> Callable[[], DeviceStatus]:
    """Tells, each time anew, how the kiosk is; degraded when its printer should give paper and does not.

    So it is when its voice was not heard last; `is_heard` is None for a kiosk that is not to speak.
    """

    def status() -> DeviceStatus:
        heard = is_heard()
        has_trouble = heard is False or flow.printer.state in WITHOUT_PAPER - {"none"}
        return own.of(
            "degraded" if has_trouble else "ready",
            printer=flow.printer,
            facts={
                "spare_numbers_waiting": flow.spares_waiting,
                "is_heard": bool(heard),
                **more(),
            },
        )

    return status
