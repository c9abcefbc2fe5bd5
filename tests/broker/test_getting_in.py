"""Who gets in at the broker of a box, and as whom."""

import select
import socket
import ssl
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from box_broker import BoxBroker
from credentials import Credentials
from links import Links
from msgspec.structs import replace
from tls_client import NotLetInError, TlsClient

from runtime.settings.model import Broker

Enter = Callable[..., TlsClient]
ROOT = "beurt/v1/proef"
REFUSED_S, PATIENCE_S = 1.0, 30.0
LISTENS = "0A"
LARGEST_PACKET_BYTES = 2 * 1024 * 1024


def test_a_device_gets_in_with_its_certificate_and_its_account(enter: Enter) -> None:
    assert enter("kiosk-1").is_connected


@pytest.mark.parametrize(
    "account",
    [None, ("kiosk-1", "wrong"), ("kiosk-1", ""), ("nobody", "geheim van nobody"), ("hub-1", "geheim van kiosk-1")],
)
def test_nobody_gets_in_without_an_account_and_its_password(enter: Enter, account: tuple[str, str] | None) -> None:
    with pytest.raises(NotLetInError, match="Not authorized"):
        enter("kiosk-1", account=account)


def said_to(broker: BoxBroker, certificate: tuple[Path, Path] | None) -> str:
    """Why TLS refuses a certificate; nothing where it does not."""
    context = ssl.create_default_context(cafile=broker.credentials.ca)
    if certificate:
        context.load_cert_chain(*certificate)
    with (
        socket.create_connection(("127.0.0.1", broker.port), PATIENCE_S) as line,
        context.wrap_socket(line, server_hostname="127.0.0.1") as spoken,
    ):
        # With TLS 1.3 the refusal comes after the client's part is over; who is taken gets a session ticket there.
        assert select.select([spoken], [], [], PATIENCE_S)[0]
        spoken.settimeout(0)
        try:
            spoken.recv(1)
        except ssl.SSLWantReadError:
            return ""
        except ssl.SSLError as fault:
            return str(fault.reason)
    return "hung up"


def test_a_certificate_of_the_branch_is_taken_and_none_is_not(box_broker: BoxBroker) -> None:
    folder = box_broker.credentials.folder / "devices"
    assert said_to(box_broker, (folder / "kiosk-1.crt", folder / "kiosk-1.key")) == ""
    assert "CERTIFICATE_REQUIRED" in said_to(box_broker, None)


def test_a_certificate_of_another_authority_does_not_get_in(box_broker: BoxBroker, tmp_path: Path) -> None:
    assert "UNKNOWN_CA" in said_to(box_broker, Credentials(tmp_path).give("kiosk-1"))


def test_a_certificate_that_ran_out_does_not_get_in(box_broker: BoxBroker) -> None:
    expired = box_broker.credentials.give("visitor", is_expired=True)
    assert "CERTIFICATE_EXPIRED" in said_to(box_broker, expired)


def test_the_brokers_own_certificate_is_none_for_a_device(box_broker: BoxBroker) -> None:
    folder = box_broker.credentials.folder
    assert "CERTIFICATE" in said_to(box_broker, (folder / "broker.crt", folder / "broker.key"))


def test_a_certificate_does_not_do_without_an_account_nor_an_account_without_a_certificate(enter: Enter) -> None:
    with pytest.raises(NotLetInError):
        enter("kiosk-1", certificate=None)
    with pytest.raises(NotLetInError):
        enter("kiosk-1", account=None)


def test_certificates_that_were_taken_back_do_not_get_in_after_a_start_nor_after_a_reload(
    box_broker: BoxBroker,
) -> None:
    authority = box_broker.credentials.authority
    lost, found, kept = (box_broker.credentials.give(name) for name in ("lost", "found", "kept"))
    assert said_to(box_broker, lost) == ""
    authority.revoke(device="lost")
    (box_broker.credentials.folder / "revoked.crl").write_bytes(authority.crl())
    box_broker.make_files()
    box_broker.restart()
    assert "REVOKED" in said_to(box_broker, lost)
    assert said_to(box_broker, found) == ""
    authority.revoke(device="found")
    (box_broker.credentials.folder / "revoked.crl").write_bytes(authority.crl())
    box_broker.reload()
    end_s = time.monotonic() + PATIENCE_S
    while not said_to(box_broker, found) and time.monotonic() < end_s:
        time.sleep(0.05)
    assert "REVOKED" in said_to(box_broker, found)
    assert said_to(box_broker, kept) == ""


def test_whoever_calls_itself_the_hub_is_still_the_kiosk_that_its_account_says(
    enter: Enter, box_broker: BoxBroker
) -> None:
    hub = enter("hub-1")
    folder = box_broker.credentials.folder
    liar = TlsClient(
        box_broker.port,
        "hub-1",
        ca=box_broker.credentials.ca,
        certificate=(folder / "devices/kiosk-1.crt", folder / "devices/kiosk-1.key"),
        account=("kiosk-1", box_broker.password("kiosk-1")),
    )
    assert liar.reason(liar.publish(f"{ROOT}/device/kiosk-1/status", "as a kiosk")) < 0x80
    assert liar.reason(liar.publish(f"{ROOT}/device/hub-1/status", "as the hub")) == 0x87
    assert hub.is_connected
    second = enter("kiosk-1")
    liar.wait_gone()
    assert second.is_connected
    liar.close()


def test_a_will_where_its_client_may_not_publish_is_never_said(enter: Enter) -> None:
    hub = enter("hub-1")
    hub.subscribe([f"{ROOT}/command/#", f"{ROOT}/device/+/status"])
    enter("kiosk-1", will=f"{ROOT}/command/call-next").vanish()
    enter("kiosk-1", will=f"{ROOT}/device/kiosk-1/status").vanish()
    hub.wait_heard(lambda topic, _: topic == f"{ROOT}/device/kiosk-1/status")
    assert {topic for topic, _ in hub.heard} == {f"{ROOT}/device/kiosk-1/status"}


def test_a_message_of_megabytes_ends_the_connection(enter: Enter) -> None:
    kiosk, other = enter("kiosk-1"), enter("kiosk-2")
    kiosk.publish(f"{ROOT}/command/take-ticket", "x" * (LARGEST_PACKET_BYTES + 1))
    kiosk.wait_gone()
    assert other.is_connected


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2])
def test_old_encryption_is_refused(box_broker: BoxBroker, version: ssl.TLSVersion) -> None:
    context = ssl.create_default_context(cafile=box_broker.credentials.ca)
    context.maximum_version = version
    with socket.create_connection(("127.0.0.1", box_broker.port)) as line, pytest.raises(ssl.SSLError):
        context.wrap_socket(line, server_hostname="127.0.0.1")


def test_who_watches_the_broker_gets_in_and_may_do_nothing(enter: Enter, box_broker: BoxBroker) -> None:
    folder = box_broker.credentials.folder
    account = ("broker-watch", (folder / "secrets/broker-watch").read_text().strip())
    own = (folder / "devices/kiosk-1.crt", folder / "devices/kiosk-1.key")
    watch, display = enter("broker-watch", certificate=own, account=account), enter("display-1")
    watch.subscribe(["#"])
    for topic in ("device/display-1/status", "device/broker-watch/status", "command/call-next", "state/board"):
        assert watch.reason(watch.publish(f"{ROOT}/{topic}", "")) == 0x87
    display.reason(display.publish(f"{ROOT}/device/display-1/status", "ready"))
    watch.subscribe(["the/end"])
    assert watch.heard == []


def test_there_is_no_other_door(box_broker: BoxBroker) -> None:
    inodes = {str(each.readlink()) for each in Path(f"/proc/{box_broker.pid}/fd").iterdir()}
    rows = [row.split() for kind in ("tcp", "tcp6") for row in Path(f"/proc/net/{kind}").read_text().splitlines()[1:]]
    ports = {int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == LISTENS and f"socket:[{row[9]}]" in inodes}
    assert ports == {box_broker.port}


def test_without_encryption_the_port_says_nothing(box_broker: BoxBroker) -> None:
    with socket.create_connection(("127.0.0.1", box_broker.port), 10) as line:
        line.sendall(b"\x10\x10\x00\x04MQTT\x05\x02\x00\x0f\x00\x00\x03abc")
        try:
            answer = line.recv(100)
        except ConnectionResetError:
            answer = b""
    assert not answer.startswith(b"\x20")


def test_on_the_box_itself_the_socket_asks_for_the_account_too(links: Links, box_broker: BoxBroker) -> None:
    broker = box_broker.settings_here.broker
    assert links.connect(broker, "kiosk-1").is_connected
    stranger = links.make(replace(broker, accounts={}), "kiosk-2")
    stranger.start()
    assert not stranger.wait_connected(REFUSED_S)


def test_a_device_of_the_branch_gets_in_from_elsewhere_by_the_same_branch_file(
    links: Links, box_broker: BoxBroker, tmp_path: Path
) -> None:
    broker: Broker = replace(box_broker.settings_here.broker, socket=tmp_path / "no socket here")
    assert links.connect(broker, "console-1").is_connected


def test_an_account_that_is_taken_away_is_thrown_out_at_once_and_not_let_in_again(
    enter: Enter, box_broker: BoxBroker
) -> None:
    stolen, other = enter("monitor"), enter("kiosk-1")
    accounts = box_broker.root / "etc/mosquitto/beurt.passwd"
    kept = accounts.read_text()
    accounts.write_text("".join(row for row in kept.splitlines(keepends=True) if not row.startswith("monitor:")))
    box_broker.reload()
    stolen.wait_gone()
    with pytest.raises(NotLetInError, match="Not authorized"):
        enter("monitor")
    assert other.is_connected
    accounts.write_text(kept)
    box_broker.reload()
    assert enter("monitor").is_connected
