"""A listener to everything on the broker: an ordinary third party, by Mosquitto's own client."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from simulator.demo.installed import find

ARRIVED_AT = "%Y-%m-%dT%H:%M:%S.%f"
ARRIVED_AT_LENGTH = len("2000-01-01T00:00:00.000000")


def command(port: int) -> list[str]:
    """How to start the listener; it writes one line of JSON a message."""
    client = find("mosquitto_sub", "mosquitto-clients")
    return [client, "-h", "127.0.0.1", "-p", str(port), "-V", "mqttv5", "-q", "1", "-t", "#", "-F", "%j"]


class _Line(msgspec.Struct):
    tst: str
    topic: str
    retain: int
    payload: str = ""


@dataclass(frozen=True)
class Heard:
    """One message: when it came, on which topic, and what it said (JSON where it is that)."""

    at: datetime
    topic: str
    is_retained: bool
    payload: Any


@dataclass
class Monitor:
    """What the listener has written so far."""

    log: Path
    heard: list[Heard] = field(default_factory=list)
    _read_to: int = 0

    def last(self, topic: str) -> Any:
        """The newest payload on a topic; None where there is none yet."""
        self.read()
        return next((message.payload for message in reversed(self.heard) if message.topic == topic), None)

    def read(self) -> None:
        """Take in what was written since the last time."""
        with self.log.open("rb") as log:
            log.seek(self._read_to)
            for line in log:
                if not line.endswith(b"\n"):
                    return
                self._read_to += len(line)
                self.heard.append(_heard(line))


def _heard(line: bytes) -> Heard:
    told = msgspec.json.decode(line, type=_Line)
    at = datetime.strptime(told.tst[:ARRIVED_AT_LENGTH], ARRIVED_AT).replace(tzinfo=UTC)
    return Heard(at, told.topic, bool(told.retain), _payload(told.payload))


def _payload(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
