"""From the network into the inbox; runs on the link's thread and does no more than sort."""

import logging
import time

from hub.inbox import Connected, Heard, Inbox, Request
from runtime.logs import RateLimited
from wire.devices import DeviceStatus
from wire.link import MAX_EXPIRY_S, MIN_EXPIRY_S, Link
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, read

log = logging.getLogger(__name__)


class Reception:
    """Hands messages of one link to one inbox."""

    def __init__(self, link: Link, inbox: Inbox, noise: RateLimited) -> None:
        self._topics = link.topics
        self._inbox = inbox
        self._noise = noise
        link.subscribe(link.topics.commands, self.take_command, wants_retained=False)
        link.subscribe(link.topics.statuses, self.take_status)
        link.on_connection = lambda is_connected: self._put(Connected(is_connected))

    def take_command(self, message: Message) -> None:
        """A command, its expiry counted on from now, or from when this program began to stand still."""
        if len(message.payload) > MAX_PAYLOAD_BYTES:
            self._noise.warning("too-large", "dropped a command of %d bytes unread", len(message.payload))
            return
        has_good_expiry = message.expiry_s is not None and MIN_EXPIRY_S <= message.expiry_s <= MAX_EXPIRY_S
        answerable = message.response_topic and self._topics.is_reply(message.response_topic)
        self._put(
            Request(
                name=self._topics.command_name(message.topic) or "",
                payload=message.payload,
                response_topic=message.response_topic if answerable else None,
                correlation=message.correlation,
                deadline_s=time.monotonic() + (message.expiry_s or 0) - message.unread_s if has_good_expiry else None,
            ),
        )

    def take_status(self, message: Message) -> None:
        """How a device is; what names another device than its topic is no status."""
        try:
            status = read(message.payload, DeviceStatus, MAX_PAYLOAD_BYTES)
        except Unreadable as fault:
            self._noise.warning("status", "dropped a status: %s", fault)
            return
        if self._topics.status_device(message.topic) == status.device:
            self._put(Heard(status, is_news=not message.is_retained))

    def _put(self, item: Request | Heard | Connected) -> None:
        if not self._inbox.put(item):
            self._noise.warning("full", "the inbox is full; dropped a message")
