from collections.abc import Callable
from dataclasses import replace
from typing import cast

from kiosk.events import Event, JobArrived
from kiosk.listening import listen
from wire.link import Link
from wire.message import Message
from wire.topics import Topics

JOB = b'{"job_id": "9c8b7a6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d", "job": "test-page"}'


class Switchboard:
    """A link without a broker: it keeps who hears which topic."""

    def __init__(self) -> None:
        self.topics = Topics("hengelo")
        self.handlers: dict[str, Callable[[Message], None]] = {}

    def subscribe(self, topic: str, handler: Callable[[Message], None]) -> None:
        self.handlers[topic] = handler


def test_a_job_whose_time_passed_while_the_kiosk_stood_still_is_not_done() -> None:
    line, heard = Switchboard(), list[Event]()
    listen(cast("Link", line), "kiosk-1", "hub-1", heard.append)
    topic = line.topics.job("kiosk-1")
    job = Message(topic, JOB, expiry_s=20)
    line.handlers[topic](replace(job, unread_s=20.5))
    assert heard == []
    line.handlers[topic](replace(job, unread_s=3.0))
    assert [type(event) for event in heard] == [JobArrived]
