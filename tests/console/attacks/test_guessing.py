"""Somebody tries passwords: from one address, from many made-up ones, and again tomorrow with a stolen cookie."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from console.attempts import TRIES_PER_ADDRESS

TRIES = 5
RIGHT = "welkom-hier"


@pytest.fixture
def visitor(make_house: Callable[..., Any]) -> Iterator[httpx.Client]:
    house = make_house()
    house.start("console")
    with httpx.Client(base_url=house.url, timeout=20) as client:
        yield client


def guess(client: httpx.Client, tried: str, **headers: str) -> httpx.Response:
    page = client.get("/aanmelden")
    token = page.text.split('name="_csrf_token" value="')[1].split('"')[0]
    form = {"_csrf_token": token, "password": tried}
    return client.post(
        "/aanmelden", data=form, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_after_a_few_wrong_passwords_an_address_waits_whatever_it_says_of_itself(visitor: httpx.Client) -> None:
    assert [guess(visitor, f"guess-{n}").status_code for n in range(TRIES)] == [401] * TRIES
    assert guess(visitor, RIGHT).status_code == 429
    for header in ("X_Forwarded_For", "X_Real_IP", "Forwarded"):
        assert guess(visitor, RIGHT, **{header: "192.0.2.77"}).status_code == 429


def test_a_wrong_password_tells_nothing_about_the_right_one(visitor: httpx.Client) -> None:
    shown = {
        guess(visitor, tried).text.split("<form")[1].split("_csrf_token")[0] for tried in ("welkom-hie", "x", "welkom")
    }
    assert len(shown) == 1


def test_tricks_are_wrong_passwords_too(visitor: httpx.Client) -> None:
    tricks = ("", "' OR 1=1 --", "x" * 3000, "welkom-hier\x00", "*")
    assert [guess(visitor, tried).status_code for tried in tricks] == [401] * TRIES


@pytest.fixture
def behind_proxy(make_house: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """A console that believes a proxy on 127.0.0.1, and was told of one elsewhere too."""
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "127.0.0.1, 192.0.2.1")
    house = make_house()
    house.start("console")
    return house


def asks(house: Any, forwarded: str, tried: str, at: str = "127.0.0.1") -> int:
    """The status that somebody gets who comes from an address of this machine."""
    transport = httpx.HTTPTransport(local_address=at)
    with httpx.Client(base_url=house.url, timeout=20, transport=transport) as client:
        return guess(client, tried, X_Forwarded_For=forwarded).status_code


def test_behind_a_proxy_each_address_is_locked_out_by_itself(behind_proxy: Any) -> None:
    for _ in range(TRIES_PER_ADDRESS):
        assert asks(behind_proxy, "192.0.2.7", "guess") == 401
    assert asks(behind_proxy, "192.0.2.7", RIGHT) == 429
    assert asks(behind_proxy, "192.0.2.8", RIGHT) == 303


def test_what_a_client_puts_before_what_the_proxy_adds_is_not_believed(behind_proxy: Any) -> None:
    for n in range(TRIES_PER_ADDRESS):
        assert asks(behind_proxy, f"198.51.100.{n}, 192.0.2.7", "guess") == 401
    assert asks(behind_proxy, "198.51.100.99, 192.0.2.7", RIGHT) == 429


def test_who_is_not_the_proxy_cannot_speak_for_others(behind_proxy: Any) -> None:
    for n in range(TRIES_PER_ADDRESS):
        assert asks(behind_proxy, f"192.0.2.{n}", "guess", at="127.0.0.2") == 401
    assert asks(behind_proxy, "192.0.2.99", RIGHT, at="127.0.0.2") == 429
