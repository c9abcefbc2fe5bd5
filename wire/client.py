"""Paho at the edge: how its client is made for a broker, and what its values mean here."""

import socket
import ssl
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from wire.message import Message

if TYPE_CHECKING:
    from runtime.settings.model import Broker

CONNECT_LIMIT_S: Final = 4.0
KEEPALIVE_S: Final = 15
MAX_IN_FLIGHT: Final = 100
"""QoS 1 messages that may be on their way at once."""
MAX_QUEUED: Final = 10_000
"""QoS 1 messages that may wait behind those; beyond that publishing fails."""
MAX_PASSWORD_BYTES: Final = 1024


class Unreachable(Exception):  # noqa: N818 - it says what the broker is
    """No connection came about, or it is over; the text says why, for people."""


def make_client(broker: "Broker", device: str, will: tuple[str, bytes] | None) -> Client:
    """A client that is used for one connection; the will is a topic and a payload, and only who looks has none.

    Raises:
        Unreachable: the password file or the certificate cannot be read.
    """
    client = Client(
        CallbackAPIVersion.VERSION2,
        client_id=device,
        protocol=MQTTProtocolVersion.MQTTv5,
        transport="unix" if _is_by_socket(broker) else "tcp",
        reconnect_on_failure=False,
    )
    client.connect_timeout = CONNECT_LIMIT_S
    client.max_inflight_messages_set(MAX_IN_FLIGHT)
    client.max_queued_messages_set(MAX_QUEUED)
    client.on_socket_open = _send_at_once
    # With this set paho writes nothing by itself: two threads would mix up their packets.
    client.on_socket_register_write = _leave_to_pump
    if will is not None:
        client.will_set(*will, qos=1, retain=True)
    account = broker.accounts.get(device)
    if account is not None:
        client.username_pw_set(device, _password(account.password_file))
    if broker.tls_ca and client.transport == "tcp":
        client.tls_set_context(_trusting(broker.tls_ca, device))
    return client


def connect(client: Client, broker: "Broker") -> None:
    """Opens the line to the broker and asks to log in.

    Raises:
        Unreachable: nothing listens there, or TLS does not come about.
    """
    try:
        host = str(broker.socket) if client.transport == "unix" else broker.host
        client.connect(host, broker.port, KEEPALIVE_S, clean_start=True)
    except (OSError, ValueError) as fault:
        raise Unreachable(f"no connection to {place(broker)}: {fault}") from fault


def as_message(incoming: MQTTMessage, unread_s: float = 0.0) -> Message:
    """What came in, without anything of paho."""
    properties = incoming.properties
    return Message(
        topic=incoming.topic,
        payload=bytes(incoming.payload),
        is_retained=incoming.retain,
        response_topic=getattr(properties, "ResponseTopic", None),
        correlation=getattr(properties, "CorrelationData", None),
        expiry_s=getattr(properties, "MessageExpiryInterval", None),
        unread_s=unread_s,
    )


def properties_of(
    *, expiry_s: int | None = None, correlation: bytes | None = None, response_topic: str | None = None
) -> Properties | None:
    """The properties of a message to publish, if it has any."""
    if expiry_s is None and correlation is None and response_topic is None:
        return None
    properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
    if expiry_s is not None:
        properties.MessageExpiryInterval = expiry_s
    if correlation is not None:
        properties.CorrelationData = correlation
    if response_topic is not None:
        properties.ResponseTopic = response_topic
    return properties


def place(broker: "Broker") -> str:
    """Where the broker is, for a log."""
    return f"the broker at {broker.socket if _is_by_socket(broker) else f'{broker.host}:{broker.port}'}"


def _is_by_socket(broker: "Broker") -> bool:
    """Whether the socket is the way: where there is one, or no other way is told.

    So one branch file does for the box with the broker and for those that reach it by TLS.
    """
    if broker.socket is None or broker.tls_ca is None:
        return broker.socket is not None
    try:
        return broker.socket.is_socket()
    except OSError:
        return False


def _send_at_once(_client: Client, _data: Any, line: Any) -> None:
    # Otherwise Nagle's algorithm and delayed acknowledgements hold each request for 40 ms and more.
    if line.family != socket.AF_UNIX:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _leave_to_pump(_client: Client, _data: Any, _line: Any) -> None:
    """Whoever queued a packet sends it, or wakes who does."""


def _password(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MAX_PASSWORD_BYTES).decode().rstrip("\r\n")
    except (OSError, ValueError) as fault:
        raise Unreachable(f"the password file cannot be read: {fault}") from fault


def _trusting(authority: Path, device: str) -> ssl.SSLContext:
    """Trust in one authority, and the device's own certificate where it has one beside that."""
    own = authority.parent / "devices" / f"{device}.crt"
    key = own.with_suffix(".key")
    try:
        context = ssl.create_default_context(cafile=authority)
        if own.exists() and key.exists():
            context.load_cert_chain(own, key)
    except OSError as fault:
        raise Unreachable(f"the certificate {authority} or {own} cannot be read: {fault}") from fault
    return context
