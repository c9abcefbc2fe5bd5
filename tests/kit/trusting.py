"""Certificates in files, and a knock on a TLS server's door."""

import socket
import ssl
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from trust import certificates, keys
from trust.authority import Authority
from trust.certificates import Kind

LIMIT_S = 10


def pair(
    authority: Authority,
    place: Path,
    *,
    names: Sequence[str] = (),
    kinds: Sequence[Kind] = ("client",),
    now: datetime | None = None,
) -> tuple[Path, Path]:
    """A device's certificate and key, in files; the device is called as the place."""
    key = keys.make()
    certificate = authority.issue(key.public_key(), place.name, "hengelo", names=names, kinds=kinds, now=now)
    files = place.with_name(f"{place.name}.crt"), place.with_name(f"{place.name}.key")
    certificates.write(files[0], certificate)
    keys.write(files[1], key)
    return files


def knock(server: ssl.SSLContext, anchor: Path, client: tuple[Path, Path] | None, name: str = "localhost") -> str:
    """What a client with this certificate hears from a server: "welcome", or why either of them closes the door."""
    context = ssl.create_default_context(cafile=anchor)
    if client:
        context.load_cert_chain(*client)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(LIMIT_S)
        host = threading.Thread(target=_answer, args=(door, server))
        host.start()
        try:
            with (
                socket.create_connection(door.getsockname(), timeout=LIMIT_S) as line,
                context.wrap_socket(line, server_hostname=name) as safe,
            ):
                return safe.recv(100).decode()
        except OSError as fault:
            return str(fault)
        finally:
            host.join(LIMIT_S)


def _answer(door: socket.socket, server: ssl.SSLContext) -> None:
    line, _ = door.accept()
    with line:
        line.settimeout(LIMIT_S)
        try:
            with server.wrap_socket(line, server_side=True) as safe:
                safe.sendall(b"welcome")
        except OSError:
            # The client hears why, and that is what is looked at.
            return
