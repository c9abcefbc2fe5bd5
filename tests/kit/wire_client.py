"""A third party on the wire: paho and JSON only, nothing of ours, so that tests see what others would see."""

import json
import socket
import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

PATIENCE_S = 30.0

Payload = dict[str, Any]


class WireClient:
    """One client of a branch; remembers all that it hears."""

    def __init__(self, port: int, branch: str, name: str = "third-party") -> None:
        # The broker throws out whoever has the same name, whatever the branch.
        self.name, self.root = f"{name}-{uuid4().hex[:8]}", f"beurt/v1/{branch}"
        self.heard: list[tuple[str, Payload, bool]] = []
        self._answers: dict[bytes, Payload] = {}
        self._changed = threading.Condition()
        self._ready = threading.Event()
        self._client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, client_id=self.name, protocol=mqtt.MQTTv5)
        self._client.on_socket_open = lambda _c, _u, sock: sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client.on_connect = self._subscribe
        self._client.on_subscribe = lambda *_: self._ready.set()
        self._client.on_message = self._hear
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        assert self._ready.wait(PATIENCE_S)

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()
        # Paho's own cycle of callbacks keeps its sockets from being closed in time.
        self._client.on_connect = self._client.on_subscribe = self._client.on_message = None

    def ask(self, command: str, **fields: Any) -> Payload:
        """Send a command as the contract wants it, and wait for the answer."""
        return self.send(command, {"request_id": str(uuid4()), **fields})

    def send(self, command: str, body: object, **how: Any) -> Payload:
        """Send any body, bytes as they are, and wait for the answer."""
        correlation = self.post(command, body, **how)
        answer = self.wait_for(lambda: self._answers.get(correlation))
        assert answer is not None, f"no answer to {command}"
        return answer

    def hears_nothing_of(self, correlation: bytes, for_s: float = 0.5) -> bool:
        time.sleep(for_s)
        return correlation not in self._answers

    def post(
        self,
        command: str,
        body: object,
        *,
        expiry_s: int | None = 5,
        reply_to: str | None = None,
        correlation: bytes = b"",
    ) -> bytes:
        """Send any body without waiting; the correlation data of its answer."""
        correlation = correlation or uuid4().bytes
        properties = Properties(PacketTypes.PUBLISH)
        properties.ResponseTopic = f"{self.root}/reply/{self.name}" if reply_to is None else reply_to
        properties.CorrelationData = correlation
        if expiry_s is not None:
            properties.MessageExpiryInterval = expiry_s
        payload = body if isinstance(body, bytes) else json.dumps(body)
        self._client.publish(f"{self.root}/command/{command}", payload, qos=1, properties=properties)
        return correlation

    def answer_to(self, correlation: bytes) -> Payload | None:
        return self._answers.get(correlation)

    @property
    def answered(self) -> list[bytes]:
        """The correlation data of all answers, in the order in which they came first."""
        return list(self._answers)

    def publish(self, topic: str, body: object, *, retain: bool = False) -> None:
        self._client.publish(f"{self.root}/{topic}", json.dumps(body), qos=1, retain=retain)

    def latest(self, kind: str, is_right: Callable[[Payload], bool] = lambda _: True) -> Payload:
        """The newest snapshot of a kind, waiting until there is one that is right."""
        topic = f"{self.root}/state/{kind}"

        def newest() -> Payload | None:
            heard = [payload for where, payload, _ in reversed(self.heard) if where == topic]
            return heard[0] if heard and is_right(heard[0]) else None

        snapshot = self.wait_for(newest)
        assert snapshot is not None, f"no such {kind}: {[p for t, p, _ in self.heard if t == topic][-1:]}"
        return snapshot

    def messages(self, topic: str) -> list[Payload]:
        return [payload for where, payload, _ in self.heard if where == f"{self.root}/{topic}"]

    def wait_for(self, look: Callable[[], Payload | None], patience_s: float = PATIENCE_S) -> Payload | None:
        with self._changed:
            self._changed.wait_for(lambda: look() is not None, patience_s)
            return look()

    def _subscribe(self, *_: object) -> None:
        self._client.subscribe(
            [(f"{self.root}/{rest}", 1) for rest in ("reply/" + self.name, "state/#", "device/#", "event")]
        )

    def _hear(self, _client: object, _data: object, message: mqtt.MQTTMessage) -> None:
        payload = json.loads(message.payload)
        with self._changed:
            correlation = getattr(message.properties, "CorrelationData", None)
            if correlation:
                self._answers[correlation] = payload
            else:
                self.heard.append((message.topic, payload, message.retain))
            self._changed.notify_all()
