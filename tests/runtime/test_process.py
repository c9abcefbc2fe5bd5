import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.process import Systemd

WAITING = """
import sys
from runtime.process import Stop
stop = Stop()
print("ready", flush=True)
while not stop.wait(float(sys.argv[1])):
    pass
print("asked", stop.is_asked(), flush=True)
"""


CALLED = """
import threading
from runtime.process import Stop
done = threading.Event()
Stop().call(done.set)
print("ready", flush=True)
done.wait()
print("called", flush=True)
"""


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The end of the notify socket at which systemd listens."""
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(30)
        yield listening


def silence(listening: socket.socket) -> bool:
    listening.settimeout(0)
    with pytest.raises(BlockingIOError):
        listening.recv(1024)
    listening.settimeout(30)
    return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize(("program", "told"), [(WAITING, "asked True\n"), (CALLED, "called\n")], ids=["wait", "call"])
def test_a_signal_ends_a_process_at_once_and_in_order(program: str, told: str, number: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", program, "60"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.stdout.read() == told
        assert process.wait(30) == 0


def test_a_signal_in_the_middle_of_a_busy_wait_does_not_hang() -> None:
    command = [sys.executable, "-c", WAITING, "0.00001"]
    for _ in range(5):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0


def test_systemd_hears_ready_status_and_stopping(systemd: socket.socket) -> None:
    program = Systemd()
    program.ready("linked")
    program.status("no broker")
    program.stopping()
    assert [systemd.recv(1024) for _ in range(3)] == [b"READY=1\nSTATUS=linked", b"STATUS=no broker", b"STOPPING=1"]


def test_systemd_is_asked_to_begin_again_where_something_hangs(systemd: socket.socket) -> None:
    Systemd().hangs()
    assert systemd.recv(1024) == b"WATCHDOG=trigger"


def test_a_status_cannot_say_more_than_one_line(systemd: socket.socket) -> None:
    Systemd().status("broken\nMAINPID=1")
    assert systemd.recv(1024) == b"STATUS=broken MAINPID=1"


def test_the_watchdog_is_kept_quiet_at_its_own_pace(systemd: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "30000000")
    program = Systemd()
    program.alive()
    program.alive()
    assert systemd.recv(1024) == b"WATCHDOG=1"
    assert silence(systemd)


@pytest.mark.parametrize(("name", "value"), [("WATCHDOG_PID", str(os.getppid())), ("WATCHDOG_USEC", "soon")])
def test_a_watchdog_of_somebody_else_gets_no_beat(
    systemd: socket.socket, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "30000000")
    monkeypatch.setenv(name, value)
    Systemd().alive()
    assert silence(systemd)


def test_without_systemd_nothing_is_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    caplog.set_level(logging.DEBUG)
    Systemd().ready()
    assert caplog.messages == []


def test_a_systemd_that_went_away_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    caplog.set_level(logging.DEBUG)
    Systemd().ready()
    assert [message[:31] for message in caplog.messages] == ["systemd did not take 'READY=1':"]


def test_an_abstract_socket_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"beurt-test-{os.getpid()}"
    monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.settimeout(30)
        Systemd().ready()
        assert listening.recv(1024) == b"READY=1"
