import socket
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from ports import free_port

from pairing.finding import ANSWER, QUESTION, answer_seekers, find

WITHOUT_GATEWAY = Path(__file__).parents[1] / "kit/without_gateway.py"
EVERYBODY_HERE = "127.255.255.255"


def test_a_box_finds_a_hub_that_pairs_now() -> None:
    is_open = threading.Event()
    is_open.set()
    port = free_port()
    hub = threading.Thread(target=answer_seekers, args=(("", port), is_open.is_set))
    hub.start()
    assert find(20, EVERYBODY_HERE, port).startswith("127.")
    is_open.clear()
    hub.join(20)
    assert not hub.is_alive()


def test_a_box_finds_a_hub_on_a_network_without_a_gateway() -> None:
    """The kernel knows no way to everybody there; it is told the plug."""
    alone = ("unshare", "--user", "--map-root-user", "--net")
    if subprocess.run((*alone, "ip", "link", "add", "type", "veth"), capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody make a network")
    done = subprocess.run((*alone, sys.executable, WITHOUT_GATEWAY), capture_output=True, text=True, check=False)
    assert done.stdout == "192.0.2.5\n", done.stderr


def test_where_nobody_answers_there_is_no_hub() -> None:
    assert not find(0.3, EVERYBODY_HERE, free_port())


@pytest.mark.parametrize("said", [b"", b"hello", QUESTION + b"x", ANSWER, b"\xff" * 2000])
def test_only_the_question_is_answered(said: bytes) -> None:
    rounds = iter([True, True, False])
    port = free_port()
    hub = threading.Thread(target=answer_seekers, args=(("127.0.0.1", port), lambda: next(rounds)))
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as seeker:
        seeker.settimeout(0.4)
        hub.start()
        seeker.sendto(said, ("127.0.0.1", port))
        with pytest.raises((TimeoutError, ConnectionRefusedError)):
            seeker.recvfrom(64)
    hub.join(20)
