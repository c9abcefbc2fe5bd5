"""One connection to the broker, from its first packet to its last; never used again after that.

A new one for each connection is what keeps old messages from being sent late: whatever an ended
session still holds is forgotten with it.
"""

import logging
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from paho.mqtt.client import Client, MQTTMessage, topic_matches_sub
from paho.mqtt.enums import MQTTErrorCode
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from wire.client import CONNECT_LIMIT_S, Unreachable, as_message, connect, make_client, place
from wire.connection.pump import Pump
from wire.connection.shield import shielded
from wire.message import Message

if TYPE_CHECKING:
    from paho.mqtt.properties import Properties

    from runtime.settings.model import Broker

CLOSE_LIMIT_S: Final = 0.5
_REMEMBERED: Final = 1024
_TAKEN_OVER: Final = 0x8E
_WITH_WILL: Final = ReasonCode(PacketTypes.DISCONNECT, "Disconnect with will message")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A filter, and who handles what arrives by it; `wants_retained` asks for what the broker kept."""

    filter: str
    handler: Callable[[Message], None]
    wants_retained: bool = True

    def hears(self, topic: str) -> bool:
        """Whether the filter takes that topic."""
        return _hears(self.filter, topic)

    @property
    def options(self) -> SubscribeOptions:
        """How the broker is asked for it."""
        handling = (
            SubscribeOptions.RETAIN_SEND_ON_SUBSCRIBE if self.wants_retained else SubscribeOptions.RETAIN_DO_NOT_SEND
        )
        return SubscribeOptions(qos=1, retainHandling=handling)


@lru_cache(maxsize=1024)
def _hears(topic_filter: str, topic: str) -> bool:
    # The same few topics come again and again, and paho builds a tree for each question.
    return bool(topic_matches_sub(topic_filter, topic))


@dataclass(frozen=True, slots=True)
class Sent:
    """What was published, as far as it is needed when the broker refuses it."""

    mid: int
    topic: str
    correlation: bytes | None


class Session:
    """One connection; the handlers and whatever begins with `on_` run on its network thread.

    `will` is a topic and a payload, retained there when the connection ends in any way.

    Raises:
        Unreachable: the password or the certificate cannot be read.
    """

    def __init__(
        self,
        broker: "Broker",
        device: str,
        *,
        will: tuple[str, bytes],
        subscriptions: Sequence[Subscription],
        on_up: Callable[["Session"], None],
        on_subscribed: Callable[[], None],
        on_change: Callable[[], None],
    ) -> None:
        self.ended = threading.Event()
        self.reason = f"the connection was lost: the broker is gone, or another program logged in as {device}"
        self._broker = broker
        self._device = device
        self._subscriptions = tuple(subscriptions)
        self._on_up = on_up
        self._on_subscribed = on_subscribed
        self._on_change = on_change
        self._settled = threading.Event()
        self._is_up = False
        self._publishing = threading.Lock()
        self._recent: list[Sent | None] = [None] * _REMEMBERED
        self._refused: SimpleQueue[int] = SimpleQueue()
        self._will = will
        self._network = threading.Thread(target=self._run, name=f"network of {device}", daemon=True)
        self._client = make_client(broker, device, will)
        self._pump = Pump(self._client)
        self._client.on_connect = self._note_connect
        self._client.on_disconnect = self._note_disconnect
        self._client.on_message = self._hand_over
        self._client.on_publish = self._note_publish
        self._client.on_subscribe = self._note_subscribe

    @property
    def is_up(self) -> bool:
        """Whether it is logged in and not over yet."""
        return self._is_up

    @property
    def is_moving(self) -> bool:
        """Whether its network thread goes round."""
        return self._pump.is_turning

    def open(self) -> None:
        """Connects and logs in; blocks until that is settled.

        Raises:
            Unreachable: there is no broker, or it refused.
        """
        connect(self._client, self._broker)
        self._network.start()
        if not self._settled.wait(CONNECT_LIMIT_S):
            self.reason = f"{place(self._broker)} does not answer"
        if not self._is_up:
            raise Unreachable(self.reason)

    def publish(
        self, topic: str, payload: bytes, properties: "Properties | None", *, is_retained: bool = False
    ) -> bool:
        """Sends with QoS 1; False when the connection is gone or too much waits to be sent."""
        if not self._is_up:
            return False
        with self._publishing:
            info = self._client.publish(topic, payload, 1, is_retained, properties)
            correlation = getattr(properties, "CorrelationData", None)
            self._recent[info.mid % _REMEMBERED] = Sent(info.mid, topic, correlation)
        self._pump.send()
        return info.rc == MQTTErrorCode.MQTT_ERR_SUCCESS

    def take_refused(self) -> list[Sent]:
        """What the broker refused to pass on since the last time."""
        refused = []
        while not self._refused.empty():
            mid = self._refused.get()
            # The publisher remembers what it sent only after paho sent it: the lock waits for that.
            with self._publishing:
                sent = self._recent[mid % _REMEMBERED]
            if sent is not None and sent.mid == mid:
                refused.append(sent)
        return refused

    def close(self) -> None:
        """Leaves the will behind, ends the connection and the network thread; again is no harm."""
        if self._network.ident is not None:
            self._client.disconnect(None if self._say_last() else _WITH_WILL)
            self._pump.wake()
            if not self.ended.wait(CLOSE_LIMIT_S):
                self._cut_off()
            self._network.join(CLOSE_LIMIT_S)
        self._pump.close()
        # A cycle would leave paho's sockets to the garbage collector, which warns about them.
        self._client.on_connect = self._client.on_disconnect = self._client.on_message = None
        self._client.on_publish = self._client.on_subscribe = None

    def _say_last(self) -> bool:
        if not self._is_up:
            return False
        topic, payload = self._will
        with suppress(ValueError, RuntimeError):
            last = self._client.publish(topic, payload, qos=1, retain=True)
            self._pump.send()
            last.wait_for_publish(CLOSE_LIMIT_S)
            return last.is_published()
        return False

    def _run(self) -> None:
        try:
            self._pump.run()
        finally:
            self._is_up = False
            self.ended.set()
            self._settled.set()
            self._on_change()

    def _cut_off(self) -> None:
        line = self._client.socket()
        if isinstance(line, socket.socket):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _note_connect(self, client: Client, _data: Any, _flags: Any, code: ReasonCode, _properties: Any) -> None:
        if code.is_failure:
            self.reason = (
                f"the broker refused the login of {self._device}: {code} (0x{code.value:02x}); "
                f"check broker.accounts.{self._device} and the broker's password file"
            )
            return
        client.subscribe([(wanted.filter, wanted.options) for wanted in self._subscriptions])
        self._is_up = True
        self._on_up(self)
        self._settled.set()

    def _note_disconnect(self, _client: Client, _data: Any, flags: Any, code: ReasonCode, _properties: Any) -> None:
        self._is_up = False
        if code.value == _TAKEN_OVER:
            self.reason = f"another program logged in as {self._device}"
        elif flags.is_disconnect_packet_from_server:
            self.reason = f"the broker ended the connection: {code} (0x{code.value:02x})"

    def _note_publish(self, _client: Client, _data: Any, mid: int, code: ReasonCode, _properties: Any) -> None:
        if code.is_failure:
            self._refused.put(mid)
            self._on_change()

    def _note_subscribe(
        self, _client: Client, _data: Any, _mid: int, codes: list[ReasonCode], _properties: Any
    ) -> None:
        for wanted, code in zip(self._subscriptions, codes, strict=False):
            if code.is_failure:
                log.warning("the broker refused %s the subscription to %s: %s", self._device, wanted.filter, code)
        self._on_subscribed()

    def _hand_over(self, _client: Client, _data: Any, incoming: MQTTMessage) -> None:
        message = as_message(incoming, self._pump.unread_s)
        for wanted in self._subscriptions:
            if wanted.hears(message.topic):
                shielded(f"the handler of {wanted.filter}", wanted.handler, message)
