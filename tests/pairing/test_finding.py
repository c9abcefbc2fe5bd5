import socket
import threading
from contextlib import closing

import pytest
from ports import free_port

from pairing.finding import ANSWER, QUESTION, answer_seekers, find

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
