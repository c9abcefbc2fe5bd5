"""A new box and the hub over real TLS."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pairing_hub import PairingHub

from kiosk.service.pin import verdict
from pairing import code
from pairing.messages import Given, Offer
from runtime import passwords
from runtime.settings.load import load
from trust import certificates, keys
from trust.enrolment.line import Broken, receive, send

CODE = "ABCDEF"


@contextmanager
def at_the_door(hub: PairingHub) -> Iterator[ssl.SSLSocket]:
    """A line to the hub's door."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", hub.door.port)) as line, context.wrap_socket(line) as safe:
        yield safe


def test_a_box_whose_code_is_typed_gets_its_settings_and_credentials_of_its_own(hub: PairingHub) -> None:
    hub.open()
    box = hub.box(CODE)
    hub.waits(1)
    assert hub.desk.pair("abc def", "kiosk-1") == "paired"
    assert box.end() == "kiosk-1"
    assert load(box.etc / "branch.toml").branch.id == "hengelo"
    certificate = certificates.load(box.etc / "devices/kiosk-1.crt")[0]
    certificate.verify_directly_issued_by(hub.authority.certificate)
    assert keys.device_of(certificate.subject) == ("kiosk-1", "hengelo")
    assert keys.load(box.etc / "devices/kiosk-1.key").public_key() == certificate.public_key()
    assert (box.etc / "secrets/kiosk-1").read_text().strip() == hub.passwords["kiosk-1"]
    assert (box.etc / "box.toml").read_text() == 'devices = ["kiosk-1"]\n'
    for secret in ("devices/kiosk-1.key", "secrets/kiosk-1"):
        assert (box.etc / secret).stat().st_mode & 0o007 == 0


@pytest.mark.parametrize(("device", "has_pin"), [("kiosk-1", True), ("display-1", False)])
def test_a_kiosk_gets_the_pin_of_its_service_menu_as_a_hash(hub: PairingHub, device: str, *, has_pin: bool) -> None:
    passwords.keep(hub.etc / "secrets/service.argon2", "4711")
    hub.open()
    box = hub.box(CODE)
    hub.waits(1)
    assert hub.desk.pair(CODE, device) == "paired"
    assert box.end() == device
    pin = box.etc / "secrets/service.argon2"
    assert pin.exists() is has_pin
    if has_pin:
        assert verdict(pin, "4711") == "right"
        assert pin.stat().st_mode & 0o007 == 0


@pytest.mark.parametrize("kept", [None, "4711"])
def test_a_hub_without_a_usable_pin_pairs_a_kiosk_all_the_same(hub: PairingHub, kept: str | None) -> None:
    if kept:
        (hub.etc / "secrets/service.argon2").write_text(kept)
    hub.open()
    box = hub.box(CODE)
    hub.waits(1)
    assert hub.desk.pair(CODE, "kiosk-1") == "paired"
    assert box.end() == "kiosk-1"
    assert not (box.etc / "secrets/service.argon2").exists()


def test_both_screens_show_the_same_fingerprint(hub: PairingHub) -> None:
    hub.open()
    box = hub.box(CODE)
    hub.waits(1)
    assert box.seen.get(timeout=20) == hub.desk.state().fingerprint


def test_after_one_box_nobody_else_comes_in(hub: PairingHub) -> None:
    hub.open()
    box, other = hub.box(CODE), hub.box("WXYABC", "other")
    hub.waits(2)
    assert hub.desk.pair(CODE, "kiosk-1") == "paired"
    assert other.end().endswith("the code has ended")
    assert hub.desk.pair("WXYABC", "display-1") == "closed"
    assert hub.desk.pair(CODE, "display-1") == "closed"
    assert not (other.etc / "branch.toml").exists()
    assert box.end() == "kiosk-1"


def test_after_five_wrong_codes_the_right_one_does_not_count(hub: PairingHub) -> None:
    hub.open()
    box = hub.box(CODE)
    hub.waits(1)
    outcomes = [hub.desk.pair(typed, "kiosk-1") for typed in ("ABCDEG", "no code", "", "ZZZZZZ", "BBBBBB")]
    assert outcomes == ["wrong"] * 5
    assert hub.desk.pair(CODE, "kiosk-1") == "closed"
    assert box.end().endswith("the code has ended")
    assert hub.passwords == {}


def test_while_the_window_is_closed_nothing_listens(hub: PairingHub) -> None:
    hub.open()
    port = hub.door.port
    hub.desk.close()
    assert hub.door.wait_until_shut(20)
    assert "kiosk" not in hub.box(CODE, port=port).end()


@pytest.mark.parametrize(("device", "outcome"), [("kiosk-2", "no-account"), ("hub-1", "no-device"), ("x", "no-device")])
def test_only_a_kiosk_or_display_with_an_account_can_be_paired(hub: PairingHub, device: str, outcome: str) -> None:
    hub.open()
    hub.box(CODE)
    hub.waits(1)
    assert hub.desk.pair(CODE, device) == outcome
    assert hub.desk.state().tries == 5


def test_a_box_that_goes_away_waits_no_more(hub: PairingHub) -> None:
    hub.open()
    request = keys.request(keys.make(), "x", "x").public_bytes(Encoding.PEM).decode()
    with at_the_door(hub) as safe:
        send(safe, Offer(salt="00" * 16, request=request, proof="0" * 64))
        hub.waits(1)
    hub.waits(0)
    assert hub.desk.pair(CODE, "kiosk-1") == "nobody"


@pytest.mark.parametrize("said", [b"\n", b"{}\n", b"\xff\n", b'{"salt":"zz","request":"","proof":""}\n', b"x" * 70_000])
def test_nonsense_does_not_wait_and_the_next_box_does(hub: PairingHub, said: bytes) -> None:
    hub.open()
    with at_the_door(hub) as safe:
        safe.sendall(said)
        box = hub.box(CODE)
        hub.waits(1)
    assert hub.desk.pair(CODE, "kiosk-1") == "paired"
    assert box.end() == "kiosk-1"


class Between:
    """Somebody on the network who says to the box that he is the hub, and to the hub that he is the box."""

    def __init__(self, hub: PairingHub, etc: Path) -> None:
        self._hub = hub
        own = keys.make()
        certificates.write(etc / "own.crt", hub.authority.issue(own.public_key(), "x", "x", kinds=("server",)))
        keys.write(etc / "own.key", own)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(etc / "own.crt", etc / "own.key")
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.thread = threading.Thread(target=self._pass_on)
        self.thread.start()

    def _pass_on(self) -> None:
        line, _ = self._door.accept()
        with self._door, self._tls.wrap_socket(line, server_side=True) as to_box, at_the_door(self._hub) as to_hub:
            send(to_hub, receive(to_box, Offer))
            to_box.sendall(to_hub.recv(60_000))


def test_who_stands_between_gets_nothing_although_the_right_code_is_typed(hub: PairingHub, tmp_path: Path) -> None:
    hub.open()
    between = Between(hub, tmp_path / "between")
    box = hub.box(CODE, port=between.port)
    hub.waits(1)
    assert box.seen.get(timeout=20) != hub.desk.state().fingerprint
    assert hub.desk.pair(CODE, "kiosk-1") == "wrong"
    hub.desk.close()
    assert box.end().startswith("not paired")
    between.thread.join(20)
    assert hub.passwords == {}


def test_a_hub_that_does_not_know_the_code_is_not_believed(hub: PairingHub, tmp_path: Path) -> None:
    """It sends papers that look right; the box keeps nothing of them."""
    hub.open()
    own = keys.make()
    certificates.write(tmp_path / "own.crt", hub.authority.issue(own.public_key(), "x", "x", kinds=("server",)))
    keys.write(tmp_path / "own.key", own)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "own.crt", tmp_path / "own.key")
    with socket.create_server(("127.0.0.1", 0)) as door:
        box = hub.box(CODE, port=door.getsockname()[1])
        line, _ = door.accept()
        with tls.wrap_socket(line, server_side=True) as safe:
            receive(safe, Offer)
            send(safe, Given(device="kiosk-1", branch_file="x", proof=code.proof(b"x" * 32, "hub", b"")))
            assert "does not know the code" in box.end()
            with pytest.raises((Broken, OSError)):
                receive(safe, Offer, 5)
    assert not box.etc.exists()


def test_a_box_whose_card_is_full_is_not_paired_and_nothing_changes(hub: PairingHub) -> None:
    hub.open()
    (hub.folder / "box").write_text("no folder: nothing can be written there")
    box = hub.box(CODE)
    hub.waits(1)
    assert hub.desk.pair(CODE, "kiosk-1") == "lost"
    assert box.end().startswith("not paired")
    assert hub.passwords == {}
