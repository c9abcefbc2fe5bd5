from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from links import Links
from mosquitto import Mosquitto

from runtime.settings.model import Broker
from wire.answers import encode_refusal
from wire.client import Unreachable
from wire.glance import look
from wire.message import Message
from wire.visit import LoginRefused


def refuses(_message: Message) -> bytes:
    return encode_refusal(None, "bad-request")


def at(broker: Mosquitto) -> Broker:
    return Broker(host=broker.host, port=broker.port)


def test_a_look_sees_every_device_and_hears_the_hub(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, refuses)
    links.connect(broker, "kiosk-1")
    links.connect(broker, "kiosk-2").stop()
    seen = look(at(broker), "monitor", links.topics.branch)
    assert {device: status.state for device, status in seen.statuses.items()} == {
        "hub-1": "ready",
        "kiosk-1": "ready",
        "kiosk-2": "offline",
    }
    assert seen.hub_took_s is not None
    assert seen.hub_took_s < 5


def test_a_hub_that_is_silent_is_told_within_the_limit(links: Links, broker: Mosquitto) -> None:
    links.connect(broker, "kiosk-1")
    seen = look(at(broker), "monitor", links.topics.branch, limit_s=4)
    assert seen.hub_took_s is None
    assert list(seen.statuses) == ["kiosk-1"]


@pytest.mark.parametrize("payload", [b"", b"{", b"[" * 5000, b"\xff", b'{"device": "x"}', b"x" * 20_000])
def test_a_status_that_is_none_hides_no_other(links: Links, broker: Mosquitto, payload: bytes) -> None:
    links.hub(broker, refuses)
    links.connect(broker, "kiosk-1").publish(links.topics.status("kiosk-9"), payload, is_retained=True)
    seen = look(at(broker), "monitor", links.topics.branch, limit_s=30)
    assert {"hub-1", "kiosk-1"} == seen.statuses.keys()


def test_where_nobody_listens_there_is_no_look(links: Links) -> None:
    with pytest.raises(Unreachable):
        look(Broker(port=9), "monitor", links.topics.branch)


def test_a_broker_that_does_not_let_in_is_told_apart(links: Links, own_broker: Callable[..., Mosquitto]) -> None:
    closed = own_broker(settings="allow_anonymous false\n")
    with pytest.raises(LoginRefused, match="monitor"):
        look(at(closed), "monitor", links.topics.branch)


def test_a_broker_that_stands_still_is_given_up(links: Links, own_broker: Callable[..., Mosquitto]) -> None:
    still = own_broker()
    still.freeze()
    with pytest.raises(Unreachable):
        look(at(still), "monitor", links.topics.branch, limit_s=0.5)
    still.thaw()


def test_a_look_leaves_no_trace_and_throws_nobody_out(links: Links, broker: Mosquitto) -> None:
    kiosk = links.connect(broker, "kiosk-1")
    links.hub(broker, refuses)
    look(at(broker), "monitor", links.topics.branch)
    seen = look(at(broker), "monitor", links.topics.branch)
    assert "monitor" not in seen.statuses
    assert kiosk.is_connected


def test_two_looks_with_one_account_at_the_same_time_both_see(links: Links, broker: Mosquitto) -> None:
    links.hub(broker, refuses)
    with ThreadPoolExecutor(2) as pool:
        looks = [pool.submit(look, at(broker), "monitor", links.topics.branch, limit_s=30) for _ in range(2)]
        assert all("hub-1" in each.result().statuses for each in looks)
