import gc
import logging
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from becomes import becomes
from certificates import make_certificates
from credentials import Credentials
from ear import Ear
from links import Links
from mosquitto import Mosquitto
from msgspec.structs import replace
from paho.mqtt.client import MQTTMessage
from ports import free_port

from runtime.settings.model import Account, Broker
from wire.answers import NoAnswer
from wire.client import as_message, make_client
from wire.commands import CallNext
from wire.message import Message
from wire.names import new_id

OwnBroker = Callable[..., Mosquitto]
REFUSED_S = 1.5


def guarded(own_broker: OwnBroker, folder: Path, rules: str = "") -> tuple[Mosquitto, Broker]:
    """A broker where kiosk-1 logs in with "geheim", and the settings for that."""
    accounts, password, acl = folder / "accounts", folder / "password", folder / "acl"
    accounts.touch(mode=0o600)
    subprocess.run(["mosquitto_passwd", "-b", str(accounts), "kiosk-1", "geheim"], check=True, capture_output=True)
    password.write_text("geheim\n")
    acl.write_text(f"user kiosk-1\n{rules or 'topic readwrite #'}\n")
    acl.chmod(0o600)
    broker = own_broker(settings=f"allow_anonymous false\npassword_file {accounts}\nacl_file {acl}\n")
    return broker, Broker(port=broker.port, accounts={"kiosk-1": Account(password_file=password)})


def test_a_device_logs_in_with_the_password_from_its_file(links: Links, own_broker: OwnBroker, tmp_path: Path) -> None:
    _, settings = guarded(own_broker, tmp_path)
    assert links.connect(settings).is_connected


def test_a_wrong_password_is_logged_with_a_hint_and_can_be_mended(
    links: Links, own_broker: OwnBroker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _, settings = guarded(own_broker, tmp_path)
    (tmp_path / "password").write_text("wrong")
    link = links.make(settings)
    link.start()
    assert becomes(lambda: "refused the login of kiosk-1" in caplog.text)
    assert not link.wait_connected(REFUSED_S)
    refusals = [record for record in caplog.records if "refused the login of kiosk-1" in record.message]
    assert [record.levelno for record in refusals if record.levelno > logging.DEBUG] == [logging.WARNING]
    assert "broker.accounts.kiosk-1" in refusals[0].message
    (tmp_path / "password").write_text("geheim")
    assert link.wait_connected(30)


def test_a_missing_password_file_is_named_in_the_log(
    links: Links, broker: Mosquitto, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = Account(password_file=tmp_path / "gone")
    link = links.make(Broker(port=broker.port, accounts={"kiosk-1": gone}))
    link.start()
    assert becomes(lambda: str(tmp_path / "gone") in caplog.text)
    assert not link.wait_connected(0.3)


def test_what_a_device_may_not_publish_ends_at_once_and_is_logged_once(
    links: Links, own_broker: OwnBroker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _, settings = guarded(own_broker, tmp_path, rules=f"topic read {links.topics.root}/reply/kiosk-1")
    kiosk = links.connect(settings)
    for _ in range(3):
        command = CallNext(request_id=new_id(), desk="1")
        assert kiosk.ask_and_wait(command, time_limit_s=30) == NoAnswer("not-allowed")
    topic = links.topics.command("call-next")
    assert len([record for record in caplog.records if topic in record.message]) == 1


def test_a_socket_in_the_file_system_serves_as_well(links: Links, own_broker: OwnBroker, tmp_path: Path) -> None:
    place, heard = tmp_path / "broker.sock", Ear()
    own_broker(socket_path=place)
    settings = Broker(host="192.0.2.1", port=1, socket=place)
    links.connect(settings, "console-1", hears=[(links.topics.event, heard)])
    assert links.connect(settings, "hub-1").publish(links.topics.event, b"here")
    assert heard.next().payload == b"here"


def test_tls_trusts_the_authority_of_the_branch_file_and_no_other(
    links: Links, own_broker: OwnBroker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make_certificates(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    make_certificates(other)
    keys = f"certfile {tmp_path}/ca.pem\nkeyfile {tmp_path}/key.pem\n"
    broker = own_broker(settings=f"allow_anonymous true\n{keys}")
    assert links.connect(Broker(port=broker.port, tls_ca=tmp_path / "ca.pem")).is_connected
    stranger = links.make(Broker(port=broker.port, tls_ca=other / "ca.pem"), "kiosk-2")
    stranger.start()
    assert becomes(lambda: "certificate verify failed" in caplog.text)
    assert not stranger.wait_connected(0.5)
    stranger.stop()
    gc.collect()


def test_a_device_shows_its_own_certificate_where_the_broker_asks_for_one(
    links: Links, own_broker: OwnBroker, tmp_path: Path
) -> None:
    credentials = Credentials(tmp_path)
    broker = own_broker(settings=f"allow_anonymous true\n{credentials.serve()}")
    credentials.give("kiosk-1")
    settings = Broker(port=broker.port, tls_ca=credentials.ca)
    assert links.connect(settings, "kiosk-1").is_connected
    stranger = links.make(settings, "kiosk-2")
    stranger.start()
    assert not stranger.wait_connected(0.5)


def test_a_key_that_is_none_is_named_in_the_log(
    links: Links, broker: Mosquitto, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    credentials = Credentials(tmp_path)
    certificate, key = credentials.give("kiosk-1")
    key.write_text("no key")
    link = links.make(Broker(port=broker.port, tls_ca=credentials.ca))
    link.start()
    assert becomes(lambda: str(certificate) in caplog.text)
    assert not link.wait_connected(0.3)


def test_one_branch_file_does_for_the_box_with_the_broker_and_for_those_that_reach_it(
    links: Links, own_broker: OwnBroker, tmp_path: Path
) -> None:
    credentials, place = Credentials(tmp_path), tmp_path / "broker.sock"
    own_broker(socket_path=place)
    elsewhere = own_broker(settings=f"allow_anonymous true\n{credentials.serve()}")
    credentials.give("display-1")
    settings = Broker(port=elsewhere.port, tls_ca=credentials.ca, socket=tmp_path / "none")
    assert links.connect(settings, "display-1").is_connected
    assert links.connect(replace(settings, host="192.0.2.1", socket=place), "hub-1").is_connected


def test_without_a_broker_the_first_failure_is_a_warning_and_the_next_are_not(
    links: Links, caplog: pytest.LogCaptureFixture
) -> None:
    link = links.make(Broker(port=free_port()))
    with caplog.at_level(logging.DEBUG):
        link.start()
        assert becomes(lambda: caplog.text.count("no connection to the broker") > 1)
        assert not link.is_connected
        link.stop()
    levels = [record.levelno for record in caplog.records if "no connection to the broker" in record.message]
    assert levels[0] == logging.WARNING
    assert len(levels) > 1
    assert set(levels[1:]) == {logging.DEBUG}


def test_the_line_to_the_broker_sends_at_once(broker: Mosquitto) -> None:
    client = make_client(Broker(port=broker.port), "kiosk-1", ("beurt/v1/x/device/kiosk-1/status", b"{}"))
    client.connect(broker.host, broker.port)
    line = client.socket()
    assert isinstance(line, socket.socket)
    assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1
    client.disconnect()
    client.loop()


def test_a_message_without_properties_has_none() -> None:
    incoming = MQTTMessage(topic=b"beurt/v1/hengelo/event")
    incoming.payload = b"{}"
    assert as_message(incoming) == Message("beurt/v1/hengelo/event", b"{}")
