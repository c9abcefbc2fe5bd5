"""What a kiosk hears on the wire: the menu, the hub's status and its own jobs, as events."""

import logging
from collections.abc import Callable
from typing import Final, TypeVar

from kiosk.events import Event, HubHeard, JobArrived, MenuArrived
from runtime.logs import RateLimited
from wire.devices import DeviceStatus, Job
from wire.link import Link
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, read
from wire.state import Menu

MOST_MENU_BYTES: Final = 256 * 1024

noise = RateLimited(logging.getLogger(__name__))
_Kind = TypeVar("_Kind")


def listen(link: Link, device: str, hub: str, on_event: Callable[[Event], None]) -> None:
    """Subscribe before the link starts; `on_event` is called on the network thread."""

    def hear(topic: str, kind: type[_Kind], as_event: Callable[[_Kind], Event], most_bytes: int) -> None:
        link.subscribe(topic, lambda message: _hand_over(message, kind, as_event, most_bytes, on_event))

    hear(link.topics.state("menu"), Menu, MenuArrived, MOST_MENU_BYTES)
    hear(link.topics.status(hub), DeviceStatus, _hub_heard, MAX_PAYLOAD_BYTES)
    hear(link.topics.job(device), Job, JobArrived, MAX_PAYLOAD_BYTES)


def _hub_heard(status: DeviceStatus) -> HubHeard:
    return HubHeard(is_offline=status.state == "offline")


def _hand_over(
    message: Message,
    kind: type[_Kind],
    as_event: Callable[[_Kind], Event],
    most_bytes: int,
    on_event: Callable[[Event], None],
) -> None:
    if message.is_expired:
        noise.warning(message.topic, "%s: dropped, it came while this kiosk stood still", message.topic)
        return
    try:
        heard = read(message.payload, kind, most_bytes)
    except Unreadable as fault:
        noise.warning(message.topic, "%s: dropped, %s", message.topic, fault)
        return
    on_event(as_event(heard))
