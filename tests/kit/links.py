"""Links of one branch, for tests."""

import itertools
from collections.abc import Callable, Iterable
from typing import Any

from mosquitto import Mosquitto

from runtime.settings.model import Broker
from wire.devices import DeviceCondition, DeviceKind, DeviceStatus
from wire.link import Link
from wire.message import Message
from wire.topics import Topics

BIRTH = "2026-03-10T08:00:00.000Z"
PATIENCE_S = 30
_branches = itertools.count(1)


def status_of(device: str, state: DeviceCondition = "ready") -> DeviceStatus:
    """How a device says that it is, in these tests."""
    kind: DeviceKind = "hub" if device.startswith("hub") else "kiosk"
    return DeviceStatus(device=device, kind=kind, state=state, at=BIRTH, since=BIRTH, version="1")


class Links:
    """Makes the links of a branch that no other test uses, and stops them all at the end."""

    def __init__(self) -> None:
        self.topics = Topics(f"branch-{next(_branches)}")
        self._made: list[Link] = []

    def make(
        self,
        broker: Mosquitto | Broker,
        device: str = "kiosk-1",
        hears: Iterable[tuple[str, Callable[[Message], None]]] = (),
        **options: Any,
    ) -> Link:
        """A link that is not started; `hears` are filters with their handlers."""
        settings = broker if isinstance(broker, Broker) else Broker(host=broker.host, port=broker.port)
        said = {"status": lambda: status_of(device), "offline": status_of(device, "offline")}
        link = Link(settings, device, self.topics.branch, **{**said, **options})
        for topic_filter, handler in hears:
            link.subscribe(topic_filter, handler)
        self._made.append(link)
        return link

    def connect(self, *values: Any, **options: Any) -> Link:
        """The same, connected."""
        link = self.make(*values, **options)
        link.start()
        assert link.wait_connected(PATIENCE_S)
        return link

    def hub(self, broker: Mosquitto, answer: Callable[[Message], bytes]) -> Link:
        """A connected link that answers every command with the bytes that `answer` makes of the message."""

        def reply(message: Message) -> None:
            assert message.response_topic is not None
            hub.publish(message.response_topic, answer(message), correlation=message.correlation)

        hub = self.connect(broker, "hub-1", hears=[(self.topics.commands, reply)])
        return hub

    def stop(self) -> None:
        """Stops all that were made."""
        for link in self._made:
            link.stop()
