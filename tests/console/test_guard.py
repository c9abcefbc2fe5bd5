import socket
import time
from typing import Any

import httpx


def test_a_post_from_another_site_is_refused(house: Any) -> None:
    for site in ("cross-site", "same-site"):
        assert httpx.post(f"{house.url}/aanmelden", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_a_body_that_is_too_large_is_refused(house: Any) -> None:
    assert httpx.post(f"{house.url}/aanmelden", content=b"x" * 5000).status_code == 413


def test_a_body_without_a_length_is_measured_as_it_comes(house: Any) -> None:
    endless = (b"x" * 1000 for _ in range(100))
    assert httpx.post(f"{house.url}/aanmelden", content=endless).status_code == 413


def test_a_body_that_does_not_come_is_not_waited_for(house: Any) -> None:
    began_s = time.monotonic()
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as slow:
        slow.sendall(b"POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        assert slow.recv(100).startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - began_s < 18
    assert httpx.get(f"{house.url}/aanmelden").status_code == 200
