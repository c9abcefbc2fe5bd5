"""A look at a branch from outside, as a monitor has it: every device's status, and whether the hub answers."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import MQTTErrorCode
from paho.mqtt.reasoncodes import ReasonCode

from wire.answers import decode_answer
from wire.client import Unreachable, connect, make_client, place, properties_of
from wire.devices import DeviceStatus
from wire.names import new_id
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, encode, read
from wire.topics import Topics

if TYPE_CHECKING:
    from runtime.settings.model import Broker

LIMIT_S: Final = 5.0
MOST_DEVICES: Final = 200
QUIET_S: Final = 0.3
"""After this long without another status there is no more to come."""

_QUESTION: Final = "report-public"
"""The one command that a monitor may send."""

_STEP_S: Final = 0.1
_PING_EXPIRY_S: Final = 3


class LoginRefused(Unreachable):
    """A broker is there, and does not let this account in."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen; `hub_took_s` is None where the hub did not answer."""

    statuses: dict[str, DeviceStatus] = field(default_factory=dict)
    hub_took_s: float | None = None


def look(broker: "Broker", account: str, branch: str, *, limit_s: float = LIMIT_S) -> Glance:
    """Log in, read what the broker keeps of all devices, ask the hub something, and leave.

    Raises:
        LoginRefused: the broker is there, and does not let this account in.
        Unreachable: there is no broker, or it says nothing.
    """
    looker = _Looker(broker, account, Topics(branch))
    try:
        return looker.look(time.monotonic() + limit_s)
    finally:
        looker.leave()


class _Looker:
    """One connection in the caller's own thread; without a will, as a monitor is no device."""

    def __init__(self, broker: "Broker", account: str, topics: Topics) -> None:
        self._broker, self._account, self._topics = broker, account, topics
        self._refusal: str | None = None
        self._is_up = self._is_subscribed = False
        self._glance = Glance()
        self._heard_s = self._asked_s = 0.0
        self._client = make_client(broker, account, None)
        self._client.on_connect = self._note_connect
        self._client.on_subscribe = self._note_subscribe
        self._client.on_message = self._take

    def look(self, end_s: float) -> Glance:
        connect(self._client, self._broker)
        self._wait(lambda: self._is_up or self._refusal is not None, end_s)
        if self._refusal is not None:
            raise LoginRefused(self._refusal)
        if not self._is_up:
            raise Unreachable(f"{place(self._broker)} does not answer")
        self._wait(lambda: self._is_subscribed, end_s)
        self._ask()
        self._wait(self._has_all, end_s)
        return self._glance

    def leave(self) -> None:
        self._client.disconnect()
        self._client.loop(_STEP_S)
        self._client.on_connect = self._client.on_subscribe = self._client.on_message = None

    def _has_all(self) -> bool:
        return self._glance.hub_took_s is not None and time.monotonic() - self._heard_s > QUIET_S

    def _wait(self, is_over: Callable[[], bool], end_s: float) -> None:
        while not is_over() and time.monotonic() < end_s:
            code = self._client.loop(_STEP_S)
            if code != MQTTErrorCode.MQTT_ERR_SUCCESS and self._refusal is None:
                raise Unreachable(f"{place(self._broker)} ended the connection: {code.name}")

    def _ask(self) -> None:
        # Without its dates the contract refuses the question: that is an answer too, and leaves no trace anywhere.
        question = encode({"request_id": new_id()})
        topic = self._topics.command(_QUESTION)
        properties = properties_of(
            expiry_s=_PING_EXPIRY_S, correlation=b"glance", response_topic=self._topics.reply(self._account)
        )
        self._asked_s = self._heard_s = time.monotonic()
        self._client.publish(topic, question, qos=1, properties=properties)

    def _note_connect(self, client: Client, _data: Any, _flags: Any, code: ReasonCode, _properties: Any) -> None:
        if code.is_failure:
            self._refusal = f"the broker refused the login of {self._account}: {code} (0x{code.value:02x})"
            return
        self._is_up = True
        client.subscribe([(self._topics.statuses, 1), (self._topics.reply(self._account), 1)])

    def _note_subscribe(self, *_about: Any) -> None:
        self._is_subscribed = True

    def _take(self, _client: Client, _data: Any, incoming: MQTTMessage) -> None:
        device = self._topics.status_device(incoming.topic)
        try:
            if device is None:
                decode_answer(bytes(incoming.payload))
                self._glance = replace(self._glance, hub_took_s=time.monotonic() - self._asked_s)
            elif len(incoming.payload) <= MAX_PAYLOAD_BYTES and len(self._glance.statuses) < MOST_DEVICES:
                self._heard_s = time.monotonic()
                self._glance.statuses[device] = read(bytes(incoming.payload), DeviceStatus)
        except Unreadable:
            self._heard_s = time.monotonic()
