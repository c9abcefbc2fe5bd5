import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from becomes import becomes
from ear import Ear
from links import Links
from mosquitto import Mosquitto

from wire.answers import NoAnswer
from wire.commands import CallNext
from wire.devices import DeviceStatus
from wire.message import Message
from wire.names import new_id
from wire.payload import read

QUIET_S = 0.5

OwnBroker = Callable[..., Mosquitto]


def call_next() -> CallNext:
    return CallNext(request_id=new_id(), desk="1")


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def payload_of(message: Message) -> bytes:
    return message.payload


def test_after_a_restart_of_the_broker_everybody_is_back_and_hears_again(links: Links, own_broker: OwnBroker) -> None:
    broker, statuses, events = own_broker(), Ear(), Ear()
    links.connect(broker, "console-1", hears=[(links.topics.statuses, statuses), (links.topics.event, events)])
    hub = links.connect(broker, "hub-1")
    statuses.wait_for(lambda message: links.topics.status_device(message.topic) == "hub-1")
    broker.kill()
    assert becomes(lambda: not hub.is_connected)
    statuses.rest()
    broker.start()
    birth = statuses.wait_for(lambda message: links.topics.status_device(message.topic) == "hub-1")
    assert read(birth.payload, DeviceStatus).state == "ready"
    assert hub.publish(links.topics.event, b"again")
    assert payload_of(events.next()) == b"again"


def test_what_was_sent_to_a_dying_broker_is_not_sent_to_the_next(links: Links, own_broker: OwnBroker) -> None:
    broker, heard, outcomes = own_broker(), Ear(), Ear()
    kiosk = links.connect(broker, "kiosk-1")
    broker.freeze()
    sent = [kiosk.publish(links.topics.event, b"old" * 100) for _ in range(500)]
    kiosk.ask(call_next(), outcomes, time_limit_s=30)
    assert all(sent)
    broker.kill()
    assert outcomes.next() == NoAnswer("not-connected")
    assert not kiosk.publish(links.topics.event, b"old")
    broker.start()
    links.connect(broker, "console-1", hears=[(links.topics.event, heard), (links.topics.commands, heard)])
    assert kiosk.wait_connected(30)
    assert kiosk.publish(links.topics.event, b"new")
    assert payload_of(heard.next()) == b"new"
    time.sleep(QUIET_S)
    assert heard.rest() == []


def test_a_question_under_way_ends_with_the_connection(links: Links, own_broker: OwnBroker) -> None:
    broker, outcomes = own_broker(), Ear()
    kiosk = links.connect(broker)
    kiosk.ask(call_next(), outcomes, time_limit_s=30)
    broker.kill()
    assert outcomes.next() == NoAnswer("not-connected")


def test_a_broker_that_stands_still_does_not_hold_up_the_end(links: Links, own_broker: OwnBroker) -> None:
    broker = own_broker()
    kiosk = links.connect(broker)
    broker.freeze()
    began_s = time.monotonic()
    kiosk.stop()
    assert time.monotonic() - began_s < 8.0


def test_a_burst_is_sent_whole(links: Links, own_broker: OwnBroker) -> None:
    broker, heard = own_broker(), Ear()
    links.connect(broker, "hub-1", hears=[(links.topics.event, heard)])
    kiosk = links.connect(broker)
    assert all(kiosk.publish(links.topics.event, str(number).encode()) for number in range(2000))
    assert [int(payload_of(heard.next())) for _ in range(2000)] == list(range(2000))


def test_a_broker_that_allows_less_at_once_gets_a_burst_whole_too(links: Links, own_broker: OwnBroker) -> None:
    broker, heard = own_broker(settings="allow_anonymous true\nmax_inflight_messages 3\n"), Ear()
    links.connect(broker, "hub-1", hears=[(links.topics.event, heard)])
    kiosk = links.connect(broker)
    assert all(kiosk.publish(links.topics.event, str(number).encode()) for number in range(2000))
    assert sorted(int(payload_of(heard.next())) for _ in range(2000)) == list(range(2000))


def test_a_second_program_with_the_same_name_is_suspected_in_the_log(
    links: Links, broker: Mosquitto, caplog: pytest.LogCaptureFixture
) -> None:
    hook = Ear()
    first = links.make(broker, "kiosk-1")
    first.on_connection = hook
    with caplog.at_level(logging.WARNING):
        first.start()
        assert hook.next() is True
        second = links.connect(broker, "kiosk-1")
        assert hook.next() is False
        second.stop()
        assert becomes(lambda: "another program logged in as kiosk-1" in caplog.text)


def test_connections_that_come_and_go_leave_no_open_files(links: Links, own_broker: OwnBroker) -> None:
    broker, hook = own_broker(), Ear()
    kiosk = links.make(broker)
    kiosk.on_connection = hook
    kiosk.start()
    assert hook.next() is True
    before = open_files()
    for _ in range(3):
        broker.restart()
        assert hook.next() is False
        assert hook.next() is True
    assert becomes(lambda: open_files() <= before + 1)
