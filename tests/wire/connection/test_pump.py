import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from certificates import make_certificates
from ear import Ear
from links import Links
from mosquitto import Mosquitto

from runtime.settings.model import Broker
from wire.connection import pump
from wire.link import Link

OwnBroker = Callable[..., Mosquitto]
SIZES = (1, 200, 3_000, 80_000)
LONG_S = 60.0


@pytest.fixture(autouse=True)
def nothing_happens_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reading thread has to be woken, it does not wake in time by chance."""
    monkeypatch.setattr(pump, "_LONGEST_WAIT_S", LONG_S)


def encrypted(own_broker: OwnBroker, folder: Path) -> Broker:
    make_certificates(folder)
    broker = own_broker(settings=f"allow_anonymous true\ncertfile {folder}/ca.pem\nkeyfile {folder}/key.pem\n")
    return Broker(port=broker.port, tls_ca=folder / "ca.pem")


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads that take turns as often as can be, so that what can get mixed up does."""
    before_s = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before_s)


def publish_from_threads(link: Link, topic: str, names: str, times: int) -> None:
    def publish(name: str) -> None:
        for number in range(times):
            size = SIZES[number % len(SIZES)]
            assert link.publish(topic, f"{name} {number} ".encode() + name.encode() * size)

    threads = [threading.Thread(target=publish, args=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.usefixtures("hasty_threads")
@pytest.mark.parametrize("is_encrypted", [False, True])
def test_messages_of_several_threads_arrive_whole_and_each_threads_in_order(
    links: Links, own_broker: OwnBroker, tmp_path: Path, *, is_encrypted: bool
) -> None:
    broker = encrypted(own_broker, tmp_path) if is_encrypted else own_broker()
    heard, times = Ear(), 200
    links.connect(broker, "console-1", hears=[(links.topics.event, heard)])
    publish_from_threads(links.connect(broker, "hub-1"), links.topics.event, "abcd", times)
    arrived: dict[str, list[int]] = {name: [] for name in "abcd"}
    for _ in range(4 * times):
        name, number, body = heard.next().payload.decode().split(" ")
        assert body == name * SIZES[int(number) % len(SIZES)]
        arrived[name].append(int(number))
    assert all(numbers == list(range(times)) for numbers in arrived.values())


def test_what_the_line_does_not_take_follows_when_it_does(links: Links, own_broker: OwnBroker) -> None:
    broker, heard = own_broker(), Ear()
    links.connect(broker, "console-1", hears=[(links.topics.event, heard)])
    hub = links.connect(broker, "hub-1")
    broker.freeze()
    assert hub.publish(links.topics.event, b"x" * 30_000_000)
    broker.thaw()
    assert len(heard.next().payload) == 30_000_000
