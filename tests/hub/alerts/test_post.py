import time

import pytest
from ports import free_port
from post_box import PostBox, babbler

from hub.alerts import post as posting
from hub.alerts.message import Message
from hub.alerts.post import NotSent, post


def to(address: str, body: bytes = b"{}") -> Message:
    return Message("alerts.webhook", address, "application/json", body)


def test_what_is_posted_arrives_as_it_is() -> None:
    with PostBox() as box:
        post(to(f"{box.url}/melding/é?auth=a%20b&c=d", "één".encode()))
    [posted] = box.posted
    assert posted.path == "/melding/%C3%A9?auth=a%20b&c=d"
    assert (posted.kind, posted.body) == ("application/json", "één".encode())
    assert posted.headers["Host"] == box.url.removeprefix("http://")


@pytest.mark.parametrize("status", [301, 302, 307, 308, 404, 500])
def test_whoever_leads_on_or_refuses_is_asked_once(status: int) -> None:
    with PostBox(status) as box:
        with pytest.raises(NotSent, match=str(status)):
            post(to(box.url))
        assert len(box.posted) == 1


def test_where_nobody_listens_it_says_so() -> None:
    with pytest.raises(NotSent):
        post(to(f"http://127.0.0.1:{free_port()}"))


@pytest.mark.parametrize("address", ["http://[::1", "http://a:b@", "http://127.0.0.1:99999/", "http://" + "a" * 300])
def test_an_address_that_is_none_is_no_more_than_not_sent(address: str) -> None:
    with pytest.raises(NotSent):
        post(to(address))


@pytest.mark.parametrize("drop", [b"", b"x"])
def test_who_never_comes_to_an_end_is_left(drop: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "WITHIN_S", 0.3)
    with babbler(drop) as address:
        began_s = time.monotonic()
        with pytest.raises(NotSent, match="within"):
            post(to(address))
    assert time.monotonic() - began_s < 10


def test_who_says_too_much_is_not_heard_out() -> None:
    with babbler(b"x" * 4096, every_s=0.001) as address, pytest.raises(NotSent):
        post(to(address))
