"""Another site lets the browser of somebody who is signed in press a button."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest

MakeStaff = Callable[..., Any]


class Lure(BaseHTTPRequestHandler):
    """A page that posts a form to wherever its address says, at once."""

    def do_GET(self) -> None:
        """Answer with the form."""
        target = self.path.removeprefix("/?to=")
        page = (
            f"<form method=post action='{target}'><input name=request_id value='{uuid4()}'></form>"
            "<script>document.forms[0].submit()</script>"
        )
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def lure() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Lure)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/?to="
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_form_on_another_site_presses_nothing(staff: MakeStaff, house: Any, lure: str) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    stranger = desk.page.context.new_page()
    with stranger.expect_response(lambda answer: answer.request.method == "POST") as answered:
        stranger.goto(f"{lure}{house.url}/balie/call-next")
    assert answered.value.status == 403
    assert desk.button("Volgende").is_visible()


def test_a_token_of_somebody_else_presses_nothing(staff: MakeStaff, house: Any) -> None:
    house.take()
    mine, theirs = staff().sit_at("Balie 1"), staff().sit_at("Balie 2")
    token = theirs.page.locator("[name=_csrf_token]").input_value()
    for forged in (token, "", "x" * 64):
        form = {"_csrf_token": forged, "request_id": str(uuid4())}
        assert mine.page.request.post(f"{house.url}/balie/call-next", form=form).status == 403
    assert mine.button("Volgende").is_visible()


def test_an_address_alone_presses_nothing(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    for path in ("/balie/call-next", "/weg", "/afmelden", f"/merk/{ticket.ticket_id}", "/instellingen/dark"):
        assert desk.page.request.get(f"{house.url}{path}").status in {404, 405}
    assert desk.button("Volgende").is_visible()
