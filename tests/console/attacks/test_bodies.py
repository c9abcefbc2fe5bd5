"""Bodies that are too large, too slow, or do not end; meanwhile the desk goes on."""

import socket
import time
from typing import Any

import httpx
import pytest

HEAD = b"POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def test_a_body_that_says_that_it_is_large_is_refused_at_once(house: Any) -> None:
    began_s = time.monotonic()
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as large:
        large.sendall(HEAD + b"Content-Length: 1000000000\r\n\r\n" + b"x" * 10_000)
        assert large.recv(100).startswith(b"HTTP/1.1 413 ")
    assert time.monotonic() - began_s < 15


def test_a_body_without_end_is_cut_off(house: Any) -> None:
    endless = (b"password=" + b"x" * 1000 for _ in range(10_000))
    assert httpx.post(f"{house.url}/aanmelden", content=endless).status_code == 413


def test_many_slow_bodies_keep_nobody_else_waiting(house: Any) -> None:
    slow = [socket.create_connection(("127.0.0.1", house.port), timeout=20) for _ in range(40)]
    try:
        for each in slow:
            each.sendall(HEAD + b"Content-Length: 100\r\n\r\np")
        assert httpx.get(f"{house.url}/aanmelden").status_code == 200
        slow[0].settimeout(0)
        with pytest.raises(BlockingIOError):
            slow[0].recv(100)
        slow[0].settimeout(20)
        assert slow[0].recv(100).startswith(b"HTTP/1.1 408 ")
    finally:
        for each in slow:
            each.close()


def test_a_body_that_is_no_form_does_nothing(house: Any) -> None:
    for body, kind in ((b"\xff\xfe", "text/plain"), (b"{}", "application/json"), (b"--x\r\n", "multipart/form-data")):
        answer = httpx.post(f"{house.url}/aanmelden", content=body, headers={"content-type": kind})
        assert answer.status_code in {400, 403}
