import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from becomes import becomes
from mosquitto import Mosquitto

from wire.broker_watch import BrokerWatch

OwnBroker = Callable[..., Mosquitto]

SILENCE_S = 3.0


@pytest.fixture
def broker_with_socket(own_broker: OwnBroker, tmp_path: Path) -> Mosquitto:
    return own_broker(socket_path=tmp_path / "beurt.sock")


@pytest.fixture
def watch(broker_with_socket: Mosquitto, tmp_path: Path) -> Iterator[BrokerWatch]:
    assert broker_with_socket.socket is not None
    watch = BrokerWatch(broker_with_socket.socket, tmp_path / "no-password", lambda: None, SILENCE_S)
    yield watch
    watch.leave()


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "\nState:\tZ" not in status.read_text()


def ends(process: int) -> bool:
    return becomes(lambda: not is_running(process))


def test_a_broker_that_answers_is_left_alone(broker_with_socket: Mosquitto, watch: BrokerWatch) -> None:
    for _ in range(5):
        watch.look()
    assert is_running(broker_with_socket.pid)


def test_a_broker_that_hangs_is_ended(broker_with_socket: Mosquitto, watch: BrokerWatch) -> None:
    watch.look()
    broker_with_socket.freeze()
    watch.look()
    assert ends(broker_with_socket.pid)


def test_a_broker_that_hung_before_the_watch_came_is_ended(broker_with_socket: Mosquitto, watch: BrokerWatch) -> None:
    broker_with_socket.freeze()
    watch.look()
    assert ends(broker_with_socket.pid)


def test_a_broker_that_is_away_is_waited_for(broker_with_socket: Mosquitto, watch: BrokerWatch) -> None:
    watch.look()
    broker_with_socket.kill()
    watch.look()
    watch.look()
    broker_with_socket.start()
    for _ in range(3):
        watch.look()
    assert is_running(broker_with_socket.pid)


def test_a_refused_login_is_a_sign_of_life_too_and_not_repeated_at_once(own_broker: OwnBroker, tmp_path: Path) -> None:
    broker = own_broker(settings="allow_anonymous false\n", socket_path=tmp_path / "strict.sock")
    watch = BrokerWatch(tmp_path / "strict.sock", tmp_path / "no-password", lambda: None, SILENCE_S)
    for _ in range(5):
        watch.look()
    log = (broker.folder / "mosquitto.log").read_text()
    assert is_running(broker.pid)
    assert log.count("New connection from /") == 1, log


def test_with_its_account_it_logs_in_once_and_stays(own_broker: OwnBroker, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("geheim\n")
    subprocess.run(["mosquitto_passwd", "-b", "-c", tmp_path / "accounts", "broker-watch", "geheim"], check=True)
    strict = f"allow_anonymous false\npassword_file {tmp_path / 'accounts'}\n"
    broker = own_broker(settings=strict, socket_path=tmp_path / "strict.sock")
    watch = BrokerWatch(tmp_path / "strict.sock", tmp_path / "password", lambda: None, SILENCE_S)
    for _ in range(5):
        watch.look()
    watch.leave()
    log = (broker.folder / "mosquitto.log").read_text()
    assert log.count("New client connected") == 1, log


def test_it_says_that_it_lives_while_it_waits(broker_with_socket: Mosquitto, tmp_path: Path) -> None:
    assert broker_with_socket.socket is not None
    signs: list[None] = []
    watch = BrokerWatch(broker_with_socket.socket, tmp_path / "none", lambda: signs.append(None), 2.5)
    watch.look()
    signs.clear()
    broker_with_socket.freeze()
    watch.look()
    assert len(signs) >= 2


def test_the_program_tells_systemd_when_it_begins_and_ends(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30)
        command = [sys.executable, "-m", "beurt", "broker-watch", "--socket", tmp_path / "none.sock"]
        environment = {**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        with subprocess.Popen(command, env=environment) as process:
            assert systemd.recv(100) == b"READY=1"
            process.terminate()
            assert process.wait(30) == 0
        assert systemd.recv(100) == b"STOPPING=1"
