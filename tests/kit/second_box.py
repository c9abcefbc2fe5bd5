"""The branch's other box, by hand: each of its devices comes in over TLS, with its own certificate and password."""

from device_box import PATIENCE_S, DeviceBox

from runtime.settings.model import Account, Broker
from wire.devices import DeviceCondition, DeviceKind, DeviceStatus
from wire.link import Link

BRANCH = "proef"
DEVICES: dict[str, DeviceKind] = {"kiosk-2": "kiosk", "display-2": "display"}
_FOLDER = "/srv/second-box"
_AT = "2026-03-10T08:00:00.000Z"


def link_of(box: DeviceBox, device: str) -> Link:
    """A link of one of its devices, which is not started yet."""
    folder = box.path(_FOLDER)
    account = Account(password_file=folder / device)
    broker = Broker(host="127.0.0.1", port=8883, tls_ca=folder / "ca.crt", accounts={device: account})
    return Link(broker, device, BRANCH, status=lambda: _status(device, "ready"), offline=_status(device, "offline"))


class SecondBox:
    """The other box while it is switched on."""

    def __init__(self, box: DeviceBox) -> None:
        self._links = [link_of(box, device) for device in DEVICES]
        for link in self._links:
            link.start()
        assert all(link.wait_connected(PATIENCE_S) for link in self._links)

    def switch_off(self) -> None:
        """End its connections."""
        for link in self._links:
            link.stop()


def _status(device: str, state: DeviceCondition) -> DeviceStatus:
    return DeviceStatus(device=device, kind=DEVICES[device], state=state, at=_AT, since=_AT, version="1")
