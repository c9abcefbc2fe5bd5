import json
import logging
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from becomes import becomes
from ear import Ear
from links import Links
from mosquitto import Mosquitto

from wire.answers import Answer, NoAnswer, Refused, encode_answer, encode_refusal
from wire.commands import CallNext
from wire.connection import pump
from wire.devices import DeviceStatus
from wire.message import Message
from wire.names import new_id
from wire.payload import read

QUIET_S = 0.3


def call_next() -> CallNext:
    return CallNext(request_id=new_id(), desk="1")


def is_state(state: str) -> Callable[[Message], bool]:
    return lambda message: read(message.payload, DeviceStatus).state == state


def accept(message: Message) -> bytes:
    return encode_answer(json.loads(message.payload)["request_id"], 7)


def test_a_device_says_that_it_is_there_and_the_broker_keeps_it(links: Links, broker: Mosquitto) -> None:
    links.connect(broker, "kiosk-1")
    late = Ear()
    links.connect(broker, "console-1", hears=[(links.topics.status("kiosk-1"), late)])
    message = late.next()
    assert message.is_retained
    assert read(message.payload, DeviceStatus).state == "ready"


def test_a_device_that_stops_says_that_it_is_offline_and_the_broker_keeps_it(links: Links, broker: Mosquitto) -> None:
    links.connect(broker, "kiosk-1").stop()
    late = Ear()
    links.connect(broker, "console-1", hears=[(links.topics.status("kiosk-1"), late)])
    status = read(late.next().payload, DeviceStatus)
    assert status.state == "offline"
    assert status.at > status.since


KILLED = """
import sys, time
from runtime.settings.model import Broker
from wire.devices import DeviceStatus
from wire.link import Link
port, branch = int(sys.argv[1]), sys.argv[2]
at = "2026-03-10T08:00:00.000Z"
ready, offline = (
    DeviceStatus(device="kiosk-9", kind="kiosk", state=state, at=at, since=at, version="1")
    for state in ("ready", "offline")
)
Link(Broker(port=port), "kiosk-9", branch, status=lambda: ready, offline=offline).start()
time.sleep(60)
"""


def test_a_device_that_is_killed_is_offline_and_the_broker_keeps_it(links: Links, broker: Mosquitto) -> None:
    live, late = Ear(), Ear()
    links.connect(broker, "console-1", hears=[(links.topics.statuses, live)])
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", KILLED, str(broker.port), links.topics.branch], cwd=root) as process:
        live.wait_for(lambda message: links.topics.status_device(message.topic) == "kiosk-9")
        process.send_signal(signal.SIGKILL)
    live.wait_for(is_state("offline"))
    links.connect(broker, "console-2", hears=[(links.topics.status("kiosk-9"), late)])
    assert is_state("offline")(late.next())


def test_a_heartbeat_comes_in_time(links: Links, broker: Mosquitto) -> None:
    heard = Ear()
    links.connect(broker, "console-1", hears=[(links.topics.status("hub-1"), heard)])
    began_s = time.monotonic()
    links.connect(broker, "hub-1", heartbeat_s=0.2)
    assert not any(heard.next().is_retained for _ in range(4))
    assert time.monotonic() - began_s >= 0.6


def test_a_changed_status_is_announced_at_once(links: Links, broker: Mosquitto) -> None:
    heard = Ear()
    links.connect(broker, "console-1", hears=[(links.topics.status("kiosk-1"), heard)])
    kiosk = links.connect(broker, "kiosk-1")
    heard.next()
    assert kiosk.announce_status()
    assert is_state("ready")(heard.next())


def test_a_command_is_answered(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, accept)
    command = call_next()
    assert links.connect(broker).ask_and_wait(command) == Answer(request_id=command.request_id, revision=7)


def test_a_command_is_refused(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, lambda _message: encode_refusal(None, "nobody-waiting"))
    outcome = links.connect(broker).ask_and_wait(call_next())
    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "nobody-waiting"


def test_a_command_travels_with_its_reply_topic_its_correlation_and_an_expiry(links: Links, broker: Mosquitto) -> None:
    heard = Ear()
    links.connect(broker, "hub-1", hears=[(links.topics.commands, heard)])
    links.connect(broker).ask(call_next(), lambda _outcome: None, time_limit_s=2.5)
    message = heard.next()
    assert message.topic == links.topics.command("call-next")
    assert message.response_topic == links.topics.reply("kiosk-1")
    assert message.correlation
    assert message.expiry_s == 3
    assert not message.is_retained


def test_without_a_hub_the_time_runs_out(links: Links, broker: Mosquitto) -> None:
    kiosk = links.connect(broker)
    began_s = time.monotonic()
    assert kiosk.ask_and_wait(call_next(), time_limit_s=0.3) == NoAnswer("timed-out")
    assert 0.3 <= time.monotonic() - began_s < 10.0


def test_a_late_answer_is_dropped(links: Links, broker: Mosquitto) -> None:
    heard, outcomes = Ear(), Ear()
    hub = links.connect(broker, "hub-1", hears=[(links.topics.commands, heard)])
    links.connect(broker).ask(call_next(), outcomes, time_limit_s=0.1)
    message = heard.next()
    assert outcomes.next() == NoAnswer("timed-out")
    hub.publish(message.response_topic, accept(message), correlation=message.correlation)
    time.sleep(QUIET_S)
    assert outcomes.rest() == []


def test_answers_find_their_own_questions_from_several_threads(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, accept)
    kiosk, outcomes, asked = links.connect(broker), Ear(), queue.SimpleQueue[str]()

    def note(wanted: str, got: object) -> None:
        outcomes((wanted, got))

    def ask_many() -> None:
        for _ in range(100):
            command = call_next()
            asked.put(command.request_id)
            kiosk.ask(command, partial(note, command.request_id), time_limit_s=30)

    threads = [threading.Thread(target=ask_many) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pairs = [outcomes.next() for _ in range(800)]
    assert all(got == Answer(request_id=wanted, revision=7) for wanted, got in pairs)
    assert len({wanted for wanted, _ in pairs}) == asked.qsize() == 800


def test_unconnected_nothing_is_sent_and_a_question_ends_at_once(links: Links, broker: Mosquitto) -> None:
    link, outcomes = links.make(broker), Ear()
    assert not link.is_connected
    assert not link.publish(links.topics.event, b"{}")
    assert not link.announce_status()
    link.ask(call_next(), outcomes)
    assert outcomes.rest() == [NoAnswer("not-connected")]
    assert link.ask_and_wait(call_next()) == NoAnswer("not-connected")


def test_a_handler_that_fails_is_logged_and_the_next_message_arrives(
    links: Links, broker: Mosquitto, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Ear()

    def fail_once(message: Message) -> None:
        heard(message.payload)
        if message.payload == b"1":
            raise RuntimeError("the handler stumbled")

    links.connect(broker, "console-1", hears=[(links.topics.event, fail_once)])
    hub = links.connect(broker, "hub-1")
    with caplog.at_level(logging.ERROR):
        hub.publish(links.topics.event, b"1")
        hub.publish(links.topics.event, b"2")
        assert [heard.next(), heard.next()] == [b"1", b"2"]
    assert "the handler stumbled" in caplog.text
    assert "Traceback" in caplog.text


def test_a_status_that_fails_is_logged_and_the_link_lives(
    links: Links, broker: Mosquitto, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> DeviceStatus:
        raise RuntimeError("no printer, no status")

    links.hub(broker, accept)
    kiosk = links.connect(broker, status=fail)
    assert isinstance(kiosk.ask_and_wait(call_next()), Answer)
    assert "no printer, no status" in caplog.text


def test_the_hook_hears_of_the_connection_and_of_its_end(links: Links, broker: Mosquitto) -> None:
    link, hook = links.make(broker), Ear()
    link.on_connection = hook
    link.start()
    assert hook.next() is True
    link.stop()
    assert hook.next() is False


def test_what_the_broker_kept_comes_only_to_whom_wants_it(links: Links, broker: Mosquitto) -> None:
    links.connect(broker, "hub-1").publish(links.topics.state("menu"), b"kept", is_retained=True)
    wanted, unwanted = Ear(), Ear()
    link = links.make(broker, "console-1")
    link.subscribe(links.topics.state("menu"), wanted)
    link.subscribe(links.topics.statuses, unwanted, wants_retained=False)
    link.start()
    assert wanted.next().is_retained
    assert unwanted.wait_for(lambda message: message.topic == links.topics.status("console-1"))
    assert all(not message.is_retained for message in unwanted.rest())


def test_a_running_link_takes_no_more_subscriptions(links: Links, broker: Mosquitto) -> None:
    with pytest.raises(RuntimeError, match="before"):
        links.connect(broker).subscribe(links.topics.event, Ear())


@pytest.mark.parametrize("wildcard", ["+", "#"])
def test_a_filter_is_no_place_to_publish(links: Links, broker: Mosquitto, wildcard: str) -> None:
    with pytest.raises(ValueError, match="wildcard"):
        links.connect(broker).publish(f"{links.topics.root}/{wildcard}", b"")


def test_a_round_trip_does_not_wait_for_delayed_acknowledgements(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, accept)
    kiosk, times_s = links.connect(broker), []
    for _ in range(20):
        began_s = time.perf_counter()
        assert isinstance(kiosk.ask_and_wait(call_next()), Answer)
        times_s.append(time.perf_counter() - began_s)
    # Each would take 40 ms and more; on a busy machine some do for another reason.
    assert sorted(times_s)[len(times_s) // 4] < 0.030


def test_a_link_is_sound_with_and_without_a_broker_and_not_when_it_hangs_in_what_it_was_handed(
    links: Links, own_broker: Callable[..., Mosquitto], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pump, "_STUCK_S", 1.5)
    broker, release = own_broker(), threading.Event()
    hearing = links.make(broker, hears=[(links.topics.state("board"), lambda _: release.wait(30))])
    assert not hearing.is_sound
    hearing.start()
    assert hearing.wait_connected(30)
    assert hearing.is_sound
    links.connect(broker, "hub-1").publish(links.topics.state("board"), b"{}")
    assert becomes(lambda: not hearing.is_sound)
    release.set()
    assert becomes(lambda: hearing.is_sound)
    broker.kill()
    assert becomes(lambda: not hearing.is_connected)
    assert hearing.is_sound
