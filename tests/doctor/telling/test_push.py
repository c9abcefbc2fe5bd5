import time
from email.header import decode_header, make_header
from urllib.parse import parse_qs, urlsplit

import pytest
from box_tree import BoxTree
from listening_server import listening
from ports import free_port
from reports import NO_PAPER, WARM, WELL, report

from doctor.telling.monitoring import Ntfy, UptimeKuma
from doctor.telling.push import NotTold, kuma_request, ntfy_request, send, summary


def test_ntfy_gets_the_branch_how_bad_it_is_and_what_is_wrong(tree: BoxTree) -> None:
    tree.write("/etc/beurt/secrets/ntfy", "tk_secret\n")
    with listening() as server:
        asked = Ntfy(url=f"{server.url}/beurt", token_file="/etc/beurt/secrets/ntfy")
        send(ntfy_request(asked, report(WARM, NO_PAPER), tree.machine))
    (request,) = server.asked
    assert (request.method, request.path) == ("POST", "/beurt")
    assert request.headers["Title"] == "Bibliotheek Hengelo: critical"
    assert request.headers["Priority"] == "4"
    assert request.headers["Authorization"] == "Bearer tk_secret"
    assert request.body.decode() == "printer (kiosk-1): The paper is out.\ntemperature: 72 °C."


def test_a_name_that_is_not_ascii_arrives_whole_and_adds_no_header(tree: BoxTree) -> None:
    told = report(WARM, branch_name="Bibliotheek 's-Gravenhagé\r\nX-Evil: 1")
    with listening() as server:
        send(ntfy_request(Ntfy(url=server.url), told, tree.machine))
    (request,) = server.asked
    assert "X-Evil" not in request.headers
    assert "Gravenhagé" in str(make_header(decode_header(request.headers["Title"])))


def test_a_token_that_is_gone_is_told_and_nothing_is_sent(tree: BoxTree) -> None:
    with pytest.raises(NotTold, match="is not there"):
        ntfy_request(Ntfy(url="http://127.0.0.1", token_file="/nowhere"), report(), tree.machine)


@pytest.mark.parametrize(("findings", "status"), [((WELL,), "up"), ((WARM,), "up"), ((NO_PAPER,), "down")])
def test_uptime_kuma_hears_up_or_down(findings: tuple[object, ...], status: str) -> None:
    with listening() as server:
        send(kuma_request(UptimeKuma(url=f"{server.url}/api/push/abc?status=up&msg=OK&ping="), report(*findings)))  # type: ignore[arg-type]
    (request,) = server.asked
    query = parse_qs(urlsplit(request.path).query)
    assert (request.method, urlsplit(request.path).path) == ("GET", "/api/push/abc")
    assert query["status"] == [status]
    assert len(query["msg"]) == 1


def test_a_summary_is_short_whatever_is_wrong() -> None:
    assert summary(report(WELL)) == "All is well."
    assert len(summary(report(*[NO_PAPER] * 60))) <= 1500
    assert summary(report(*[NO_PAPER] * 60)).endswith("and 52 more")


def test_a_redirect_is_not_followed(tree: BoxTree) -> None:
    with listening() as elsewhere, listening(302, location=f"{elsewhere.url}/stolen") as server:
        with pytest.raises(NotTold, match="302"):
            send(ntfy_request(Ntfy(url=server.url), report(WARM), tree.machine))
        assert elsewhere.asked == []


@pytest.mark.parametrize("status", [401, 500])
def test_a_server_that_does_not_take_it_is_told(tree: BoxTree, status: int) -> None:
    with listening(status) as server, pytest.raises(NotTold, match=str(status)):
        send(ntfy_request(Ntfy(url=server.url), report(WARM), tree.machine))


def test_nobody_there_is_told_in_time(tree: BoxTree) -> None:
    began_s = time.monotonic()
    with pytest.raises(NotTold):
        send(ntfy_request(Ntfy(url=f"http://127.0.0.1:{free_port()}"), report(WARM), tree.machine), limit_s=1)
    assert time.monotonic() - began_s < 10
