import socket
import ssl

import pytest
from enrolling import Cards

from trust.enrolment import line


@pytest.fixture
def enrolled(cards: Cards) -> Cards:
    cards.hub().enrol(cards.hub_card)
    return cards


def raw(cards: Cards, port: int, said: bytes) -> bytes:
    context = ssl.create_default_context(cafile=cards.hub().etc / "ca.crt")
    context.load_cert_chain(cards.kiosk_card / "kiosk-1.once.crt", cards.kiosk_card / "kiosk-1.once.key")
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as road,
        context.wrap_socket(road, server_hostname="localhost") as safe,
    ):
        safe.sendall(said)
        try:
            return safe.recv(1000)
        except OSError:
            return b""


@pytest.mark.parametrize("said", [b"\n", b"[]\n", b"{}\n", b"\xff\xfe\n", b'{"file": 1, "request": ""}\n'])
def test_nonsense_ends_the_line_and_the_next_box_is_helped(enrolled: Cards, said: bytes) -> None:
    with enrolled.open_door(2) as port:
        assert raw(enrolled, port, said) == b""
        assert enrolled.kiosk(port).enrol(enrolled.kiosk_card) == ["devices/kiosk-1"]


def test_who_says_too_much_is_not_heard_out(enrolled: Cards) -> None:
    with enrolled.open_door(2) as port:
        assert raw(enrolled, port, b"x" * (line.LONGEST_BYTES + 5000)) == b""
        assert enrolled.kiosk(port).enrol(enrolled.kiosk_card) == ["devices/kiosk-1"]


def test_who_says_nothing_does_not_keep_the_others_waiting(enrolled: Cards, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trust.enrolment.server.LIMIT_S", 0.2)
    with enrolled.open_door(2) as port, socket.create_connection(("127.0.0.1", port), timeout=20):
        assert enrolled.kiosk(port).enrol(enrolled.kiosk_card) == ["devices/kiosk-1"]


def test_a_box_without_a_certificate_does_not_get_in(enrolled: Cards) -> None:
    context = ssl.create_default_context(cafile=enrolled.hub().etc / "ca.crt")
    with (
        enrolled.open_door(1) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as road,
        pytest.raises(ssl.SSLError, match="CERTIFICATE_REQUIRED"),
        context.wrap_socket(road, server_hostname="localhost") as safe,
    ):
        safe.recv(1)
