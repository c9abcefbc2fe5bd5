"""A look at a branch from outside, as a monitor has it: every device's status, and whether the hub answers."""

import time
from dataclasses import dataclass, field
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from wire.answers import decode_answer
from wire.devices import DeviceStatus
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, encode, read
from wire.topics import Topics
from wire.visit import Ended, Visit, visiting

if TYPE_CHECKING:
    from runtime.settings.model import Broker

LIMIT_S: Final = 5.0
MOST_DEVICES: Final = 200
QUIET_S: Final = 0.3
"""After this long without another status there is no more to come."""

QUESTION: Final = "report-public"
"""The one command that a monitor may send."""

ASKED: Final = encode(
    {"request_id": "3b0e6a52-8f0d-4d6c-9a41-7c25d1e9f683", "from": "2000-01-01", "to": "2000-01-01", "by": "year"}
)
"""Of a date before there was anything, and always the same: a hub that answered it answers again from memory."""

_QUESTION_EXPIRY_S: Final = 3
_MOST_TIMES: Final = 3
_OUT_OF_STEP_S: Final = (0.5, 2.0)


@dataclass(slots=True)
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
    for _ in range(_MOST_TIMES - 1):
        try:
            return _look(broker, account, branch, limit_s)
        except Ended:
            # Another look with the same account threw this one out; it lasts a moment only.
            time.sleep(SystemRandom().uniform(*_OUT_OF_STEP_S))
    return _look(broker, account, branch, limit_s)


def _look(broker: "Broker", account: str, branch: str, limit_s: float) -> Glance:
    looking = _Looking(Topics(branch))
    with visiting(broker, account, limit_s) as visit:
        looking.begin(visit, account)
        visit.wait(looking.has_all)
    return looking.seen


class _Looking:
    """Gathers what comes in during one visit."""

    def __init__(self, topics: Topics) -> None:
        self.seen = Glance()
        self._topics = topics
        self._asked_s = self._heard_s = 0.0

    def begin(self, visit: Visit, account: str) -> None:
        visit.on_message = self._take
        reply = self._topics.reply(account)
        visit.subscribe([self._topics.statuses, reply])
        self._asked_s = self._heard_s = time.monotonic()
        visit.publish(self._topics.command(QUESTION), ASKED, expiry_s=_QUESTION_EXPIRY_S, answer_to=reply)

    def has_all(self) -> bool:
        return self.seen.hub_took_s is not None and time.monotonic() - self._heard_s > QUIET_S

    def _take(self, message: Message) -> None:
        self._heard_s = time.monotonic()
        device = self._topics.status_device(message.topic)
        try:
            if device is None:
                decode_answer(message.payload)
                self.seen.hub_took_s = time.monotonic() - self._asked_s
            elif len(self.seen.statuses) < MOST_DEVICES:
                self.seen.statuses[device] = read(message.payload, DeviceStatus, MAX_PAYLOAD_BYTES)
        except Unreadable:
            return
