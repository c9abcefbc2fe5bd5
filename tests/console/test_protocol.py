import socket
import time
from typing import Any

import pytest

HEAD = b"GET /aanmelden HTTP/1.1\r\nHost: x\r\n"


def test_headers_without_end_are_refused(house: Any) -> None:
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as long:
        long.sendall(HEAD + b"X: " + b"y" * 20_000)
        assert long.recv(100).startswith(b"HTTP/1.1 400 ")


def seconds_until_closed(connection: socket.socket) -> float:
    began_s = time.monotonic()
    try:
        while connection.recv(1000):
            connection.sendall(b"X: y\r\n")
    except ConnectionError:
        pass
    return time.monotonic() - began_s


def test_a_head_that_dribbles_in_is_not_waited_for(house: Any) -> None:
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as slow:
        slow.sendall(HEAD)
        time.sleep(4)
        slow.sendall(b"X: y\r\n")
        assert seconds_until_closed(slow) < 8


@pytest.mark.long
def test_one_good_request_buys_no_patience_for_the_next(house: Any) -> None:
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as slow:
        slow.sendall(HEAD + b"\r\n")
        assert slow.recv(100_000).startswith(b"HTTP/1.1 200 ")
        slow.sendall(HEAD)
        assert 8 < seconds_until_closed(slow) < 12
