"""Clients that do as little as possible, so that what they measure is the other side."""

import json
import queue
import socket
import subprocess
import sys
import threading
import time
from select import select
from typing import Any
from uuid import uuid4

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

PATIENCE_S = 20.0
PUBLISH, LONGEST_HEAD = 0x30, 5


class Voice:
    """A client that hears one topic."""

    def __init__(self, port: int, hears: str) -> None:
        self.heard: queue.SimpleQueue[tuple[float, mqtt.MQTTMessage]] = queue.SimpleQueue()
        ready = threading.Event()
        self._client = client_of(port)
        self._client.on_subscribe = lambda *_: ready.set()
        self._client.on_message = lambda _c, _d, message: self.heard.put((time.perf_counter(), message))
        self._client.loop_start()
        self._client.subscribe(hears, 1)
        assert ready.wait(PATIENCE_S)

    def say(self, topic: str, payload: bytes, reply_to: str = "") -> None:
        properties = Properties(PacketTypes.PUBLISH)
        properties.MessageExpiryInterval = 10
        if reply_to:
            properties.ResponseTopic = reply_to
        self._client.publish(topic, payload, qos=1, properties=properties)

    def next(self) -> tuple[float, mqtt.MQTTMessage]:
        return self.heard.get(timeout=PATIENCE_S)

    def ask_s(self, topic: str, payload: bytes, reply_to: str) -> float:
        began_s = time.perf_counter()
        self.say(topic, payload, reply_to)
        return self.next()[0] - began_s

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


class Asker(Voice):
    """A kiosk or a console that sends commands of one branch."""

    def __init__(self, port: int, branch: str) -> None:
        self.root = f"beurt/v1/{branch}"
        self.reply = f"{self.root}/reply/{uuid4().hex[:12]}"
        super().__init__(port, self.reply)

    def post(self, command: str, **fields: Any) -> None:
        body = json.dumps({"request_id": str(uuid4()), **fields}).encode()
        self.say(f"{self.root}/command/{command}", body, self.reply)

    def answer(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.next()[1].payload)
        assert answer["ok"], answer
        return answer

    def ask(self, command: str, **fields: Any) -> dict[str, Any]:
        self.post(command, **fields)
        return self.answer()

    def take_s(self) -> float:
        """How long it took from the request to the ticket."""
        began_s = time.perf_counter()
        self.post("take-ticket", device="kiosk-1")
        return self.next()[0] - began_s


class Echo:
    """A process that sends back what it hears."""

    def __init__(self, port: int) -> None:
        self._process = _other_process("echo", port)

    def close(self) -> None:
        _end(self._process)


class Crowd:
    """Many displays in a process of their own."""

    def __init__(self, port: int, topic: str, count: int) -> None:
        self._process = _other_process("crowd", port, topic, count)

    def close(self) -> None:
        _end(self._process)


def client_of(port: int) -> mqtt.Client:
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
    client.on_socket_open = lambda _c, _d, line: line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.max_inflight_messages_set(100)
    client.connect("127.0.0.1", port)
    return client


def echo(port: int) -> None:
    client = client_of(port)
    client.on_message = lambda c, _d, message: c.publish(message.properties.ResponseTopic, message.payload, qos=1)
    client.on_subscribe = lambda *_: _say_ready()
    client.subscribe("bench/questions", 1)
    client.loop_forever()


def crowd(port: int, topic: str, count: int) -> None:
    lines = {_subscribed(port, topic): bytearray() for _ in range(count)}
    _serve(lines, time.monotonic() + 1)
    _say_ready()
    _serve(lines, time.monotonic() + 3600)


def _serve(lines: dict[socket.socket, bytearray], until_s: float) -> None:
    while time.monotonic() < until_s:
        for line in select(list(lines), [], [], 0.1)[0]:
            _acknowledge(line, lines[line])


def _subscribed(port: int, topic: str) -> socket.socket:
    """A line that hears a topic with QoS 1; fifty of paho's clients would keep the machine busy by themselves."""
    line = socket.create_connection(("127.0.0.1", port))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    login = b"\0\4MQTT\5\2" + (0).to_bytes(2) + b"\0" + _text("")
    wish = (1).to_bytes(2) + b"\0" + _text(topic) + b"\1"
    for head, body in ((0x10, login), (0x82, wish)):
        line.sendall(bytes([head, len(body)]) + body)
    return line


def _acknowledge(line: socket.socket, waiting: bytearray) -> None:
    """Read what is there at once, and answer every message that is whole."""
    waiting += line.recv(1 << 20)
    while len(waiting) > LONGEST_HEAD:
        length, at = _length(waiting)
        if len(waiting) < at + length:
            return
        if waiting[0] & 0xF0 == PUBLISH:
            behind_topic = at + 2 + int.from_bytes(waiting[at : at + 2])
            line.send(b"\x40\x02" + waiting[behind_topic : behind_topic + 2])
        del waiting[: at + length]


def _length(packet: bytearray) -> tuple[int, int]:
    """How long the packet's body is, and where it begins."""
    length = 0
    for at in range(1, LONGEST_HEAD):
        length |= (packet[at] & 0x7F) << 7 * (at - 1)
        if packet[at] < 0x80:
            break
    return length, at + 1


def _text(text: str) -> bytes:
    return len(text).to_bytes(2) + text.encode()


def _say_ready() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def _other_process(role: str, *values: object) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, role, *map(str, values)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


if __name__ == "__main__":
    if sys.argv[1] == "echo":
        echo(int(sys.argv[2]))
    else:
        crowd(int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
