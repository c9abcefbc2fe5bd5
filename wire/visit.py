"""A short visit to the broker in the caller's own thread: log in, do something, leave. No device, so no will."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import MQTTErrorCode
from paho.mqtt.reasoncodes import ReasonCode

from wire.client import Unreachable, as_message, connect, make_client, place, properties_of
from wire.message import Message

if TYPE_CHECKING:
    from runtime.settings.model import Broker

_STEP_S: Final = 0.1


class LoginRefused(Unreachable):
    """A broker is there, and does not let this account in."""


class Ended(Unreachable):
    """The broker ended the connection: it stopped, or somebody else logged in with the same account."""


@contextmanager
def visiting(broker: "Broker", account: str, limit_s: float) -> Iterator["Visit"]:
    """A visit that is logged in; all of it is over after `limit_s`.

    Raises:
        LoginRefused: the broker is there, and does not let this account in.
        Unreachable: there is no broker, or it does not answer.
    """
    visit = Visit(broker, account, limit_s)
    try:
        visit.log_in()
        yield visit
    finally:
        visit.leave()


class Visit:
    """One connection, without a thread of its own; `on_message` gets what comes in while it waits."""

    def __init__(self, broker: "Broker", account: str, limit_s: float) -> None:
        self.on_message: Callable[[Message], None] = lambda _message: None
        self._broker, self._account = broker, account
        self._end_s = time.monotonic() + limit_s
        self._refusal: str | None = None
        self._is_up = False
        self._settled: dict[int, bool] = {}
        self._client = make_client(broker, account, None)
        self._client.on_connect = self._note_connect
        self._client.on_subscribe = self._note_subscribe
        self._client.on_publish = self._note_publish
        self._client.on_message = self._take

    def log_in(self) -> None:
        """Connect; raises as `visiting` does."""
        connect(self._client, self._broker)
        self.wait(lambda: self._is_up or self._refusal is not None)
        if self._refusal is not None:
            raise LoginRefused(self._refusal)
        if not self._is_up:
            raise Unreachable(f"{place(self._broker)} does not answer")

    def leave(self) -> None:
        """Say goodbye; again is no harm."""
        client = self._client
        client.disconnect()
        client.loop(_STEP_S)
        client.on_connect = client.on_subscribe = client.on_publish = client.on_message = None

    def wait(self, is_over: Callable[[], bool]) -> bool:
        """Let messages in and out until it is over; False when the time is.

        Raises:
            Ended: the broker ended the connection.
        """
        while not is_over():
            if time.monotonic() >= self._end_s:
                return False
            code = self._client.loop(_STEP_S)
            if code != MQTTErrorCode.MQTT_ERR_SUCCESS and self._refusal is None:
                raise Ended(f"{place(self._broker)} ended the connection: {code.name}")
        return True

    def subscribe(self, filters: Sequence[str]) -> bool:
        """Hear these from now on; False when the broker has not confirmed it in time."""
        _, mid = self._client.subscribe([(each, 1) for each in filters])
        return self.wait(lambda: mid in self._settled)

    def publish(
        self,
        topic: str,
        payload: bytes,
        *,
        is_retained: bool = False,
        expiry_s: int | None = None,
        answer_to: str | None = None,
    ) -> bool:
        """Send with QoS 1; False when the broker refused it, or did not take it in time."""
        properties = properties_of(
            expiry_s=expiry_s, correlation=b"visit" if answer_to else None, response_topic=answer_to
        )
        mid = self._client.publish(topic, payload, qos=1, retain=is_retained, properties=properties).mid
        return self.wait(lambda: mid in self._settled) and self._settled[mid]

    def _note_connect(self, _client: Client, _data: Any, _flags: Any, code: ReasonCode, _properties: Any) -> None:
        self._is_up = not code.is_failure
        if code.is_failure:
            self._refusal = f"the broker refused the login of {self._account}: {code} (0x{code.value:02x})"

    def _note_subscribe(self, _client: Client, _data: Any, mid: int, _codes: Any, _properties: Any) -> None:
        self._settled[mid] = True

    def _note_publish(self, _client: Client, _data: Any, mid: int, code: ReasonCode, _properties: Any) -> None:
        self._settled[mid] = not code.is_failure

    def _take(self, _client: Client, _data: Any, incoming: MQTTMessage) -> None:
        self.on_message(as_message(incoming))
