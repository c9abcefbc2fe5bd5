"""An MQTT 5 client over TLS that remembers what it heard and what it was refused: paho only, nothing of ours."""

import ssl
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

PATIENCE_S = 30.0


class NotLetInError(Exception):
    """The broker, or TLS, refused."""


class TlsClient:
    """One client; raises NotLetInError where it does not get in."""

    def __init__(
        self,
        port: int,
        name: str,
        *,
        ca: Path,
        certificate: tuple[Path, Path] | None,
        account: tuple[str, str] | None,
        will: str | None = None,
    ) -> None:
        self.name = name
        self.heard: list[tuple[str, str]] = []
        self.reasons: dict[int, int] = {}
        self._changed = threading.Condition()
        self._settled: str | None = None
        self._barriers: set[int] = set()
        self._client = mqtt.Client(
            mqtt.CallbackAPIVersion.VERSION2, client_id=name, protocol=mqtt.MQTTv5, reconnect_on_failure=False
        )
        if account:
            self._client.username_pw_set(*account)
        if will:
            self._client.will_set(will, f"will of {name}", qos=1)
        context = ssl.create_default_context(cafile=ca)
        if certificate:
            context.load_cert_chain(*certificate)
        self._client.tls_set_context(context)
        self._client.on_connect = self._note_connect
        self._client.on_disconnect = lambda *event: self._settle(f"disconnected: {event[3]}")
        self._client.on_message = self._note_message
        self._client.on_publish = self._note_publish
        self._client.on_subscribe = self._client.on_unsubscribe = self._note_subscribe
        self._open(port)

    def _open(self, port: int) -> None:
        try:
            self._client.connect("127.0.0.1", port)
        except OSError as fault:
            self._forget()
            raise NotLetInError(str(fault)) from fault
        self._client.loop_start()
        self._wait(lambda: self._settled is not None)
        if self._settled != "in":
            self.close()
            raise NotLetInError(self._settled)

    @property
    def is_connected(self) -> bool:
        return self._client.is_connected()

    def subscribe(self, filters: Iterable[str]) -> None:
        """Asks for these; when it returns, whatever the broker had for it before has been heard."""
        # QoS 0 goes out in order with the broker's acknowledgement, without a window.
        _, mid = self._client.subscribe([(each, 0) for each in filters])
        assert mid is not None
        self._wait(lambda: mid in self._barriers)

    def unsubscribe(self, filters: Iterable[str]) -> None:
        """No longer asks for these."""
        _, mid = self._client.unsubscribe(list(filters))
        assert mid is not None
        self._wait(lambda: mid in self._barriers)

    def publish(self, topic: str, payload: str, *, retain: bool = False, reply_to: str | None = None) -> int:
        """Publishes with QoS 1; the number by which `reasons` has what the broker said."""
        properties = Properties(PacketTypes.PUBLISH)
        properties.MessageExpiryInterval = 5
        if reply_to is not None:
            properties.ResponseTopic = reply_to
            properties.CorrelationData = b"question"
        return self._client.publish(topic, payload, 1, retain, properties).mid

    def reason(self, number: int) -> int:
        """What the broker said of a message."""
        self._wait(lambda: number in self.reasons)
        return self.reasons[number]

    def wait_heard(self, is_right: Callable[[str, str], bool]) -> str:
        """The payload of the first message that is right."""
        self._wait(lambda: any(is_right(*each) for each in self.heard))
        return next(payload for topic, payload in self.heard if is_right(topic, payload))

    def wait_gone(self) -> str:
        """Why the broker ended it."""
        self._wait(lambda: self._settled != "in")
        return str(self._settled)

    def vanish(self) -> None:
        """Goes without a word, as a box whose plug is pulled."""
        line = self._client.socket()
        assert line is not None
        line.shutdown(2)
        self.wait_gone()
        self.close()

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()
        self._forget()

    def _forget(self) -> None:
        # Paho's own cycle of callbacks keeps its sockets from being closed in time.
        self._client.on_connect = self._client.on_disconnect = self._client.on_message = None
        self._client.on_publish = self._client.on_subscribe = self._client.on_unsubscribe = None

    def _wait(self, is_done: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(is_done, PATIENCE_S), f"{self.name} waited in vain"

    def _settle(self, how: str) -> None:
        with self._changed:
            if self._settled in {None, "in"}:
                self._settled = how
            self._changed.notify_all()

    def _note_connect(self, _client: Any, _data: Any, _flags: Any, code: Any, _properties: Any) -> None:
        self._settle(f"refused: {code}" if code.is_failure else "in")

    def _note_message(self, _client: Any, _data: Any, message: mqtt.MQTTMessage) -> None:
        with self._changed:
            self.heard.append((message.topic, message.payload.decode()))
            self._changed.notify_all()

    def _note_publish(self, _client: Any, _data: Any, mid: int, code: Any, _properties: Any) -> None:
        with self._changed:
            self.reasons[mid] = code.value
            self._changed.notify_all()

    def _note_subscribe(self, _client: Any, _data: Any, mid: int, _codes: Any, _properties: Any) -> None:
        with self._changed:
            self._barriers.add(mid)
            self._changed.notify_all()
