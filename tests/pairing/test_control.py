import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pairing import control
from pairing.messages import Order, State
from trust.enrolment.line import Broken


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A hub's side that answers every order with the code that came."""
    door = control.opened(tmp_path / "pairing.sock")
    thread = threading.Thread(target=control.serve, args=(lambda order: State(fingerprint=order.code), door))
    thread.start()
    yield tmp_path / "pairing.sock"
    door.shutdown(socket.SHUT_RDWR)
    door.close()
    thread.join(20)
    assert not thread.is_alive()


def test_an_order_is_answered(place: Path) -> None:
    assert control.ask(Order(asked="pair", code="ABC"), place).fingerprint == "ABC"


def test_only_its_own_group_may_come(place: Path) -> None:
    assert place.stat().st_mode & 0o777 == 0o660


@pytest.mark.parametrize("said", [b"\n", b'{"asked":"fly"}\n', b"x" * 70_000])
def test_nonsense_gets_no_answer_and_the_next_order_does(place: Path, said: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.connect(str(place))
        line.settimeout(20)
        try:
            line.sendall(said)
            assert line.recv(10) == b""
        except OSError as fault:
            assert isinstance(fault, ConnectionError)  # noqa: PT017 - either way there is no answer
    assert control.ask(Order(asked="state", code="still there"), place).fingerprint == "still there"


def test_another_user_is_not_obeyed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "_welcome", lambda: frozenset({os.geteuid() + 1}))
    with pytest.raises((Broken, OSError)):
        control.ask(Order(asked="open"), place)


def test_without_a_hub_side_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        control.ask(Order(asked="state"), tmp_path / "nothing")
