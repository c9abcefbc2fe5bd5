"""The web server: where it listens, what it allows, and how it ends."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import uvicorn

from console.protocol import PatientToAPoint
from runtime.settings.model import Console

CONNECTIONS: Final = 300
REQUEST_LINE_AND_HEADERS_BYTES: Final = 16 * 1024
IDLE_S: Final = 30
LAST_WORDS_S: Final = 1
BACKLOG: Final = 128
PROXIES: Final = "FORWARDED_ALLOW_IPS"
"""What uvicorn calls it too: the addresses, with commas, of a proxy that is believed about who asks."""


class CannotListen(Exception):  # noqa: N818 - it says why the page cannot be served
    """What to change before the page can be served."""


class Server(uvicorn.Server):
    """Leaves the signals to the program, which has more to end than this."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield

    def stop(self) -> None:
        """Serve no more; from any thread."""
        self.should_exit = True


def server(app: Any, console: Console, is_alive: Callable[[], None]) -> Server:
    """A server for the pages, with TLS where the branch file has a certificate; calls `is_alive` every second.

    Raises:
        CannotListen: the certificate or its key is no good.
    """

    async def alive() -> None:
        is_alive()

    config = uvicorn.Config(
        app,
        http=PatientToAPoint,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        callback_notify=alive,
        timeout_notify=1,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies()),
        forwarded_allow_ips=proxies(),
        limit_concurrency=CONNECTIONS,
        backlog=BACKLOG,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=LAST_WORDS_S,
        h11_max_incomplete_event_size=REQUEST_LINE_AND_HEADERS_BYTES,
        ssl_certfile=console.tls_certificate,
        ssl_keyfile=console.tls_key,
    )
    try:
        config.load()
    except OSError as fault:
        raise CannotListen(f"console.tls_certificate and tls_key cannot be used: {fault}") from fault
    return Server(config)


def proxies() -> list[str]:
    """The addresses of a proxy on this machine that the environment names; of another machine none is believed."""
    named = (each.strip() for each in os.environ.get(PROXIES, "").split(","))
    return [each for each in named if _is_this_machine(each)]


def listen(console: Console) -> socket.socket:
    """The socket on which staff's browsers come in.

    Raises:
        CannotListen: the password would go over the network in the clear, or the address is taken or no address.
    """
    host, _, port = console.listen.rpartition(":")
    host = host.strip("[]")
    if not _is_this_machine(host) and console.tls_certificate is None:
        raise CannotListen(
            f"console.listen = {console.listen!r} is open to the network: "
            "give console.tls_certificate and console.tls_key, or listen on 127.0.0.1"
        )
    try:
        family, _, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except (OSError, ValueError) as fault:
        raise CannotListen(f"cannot listen on console.listen = {console.listen!r}: {fault}") from fault


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
