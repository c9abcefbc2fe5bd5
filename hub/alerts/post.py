"""One POST to an address of the branch file, short in every way: nobody there can hold it up or lead it on."""

import asyncio
import ssl
from typing import Final
from urllib.parse import quote, urlsplit

from hub.alerts.message import Message

WITHIN_S: Final = 5.0
LONGEST_LINE_BYTES: Final = 1024
PORTS: Final = {"http": 80, "https": 443}
KEPT: Final = "/%:@!$&'()*+,;=~-._"
ACCEPTED: Final = b"2"


class NotSent(Exception):  # noqa: N818 - it says why
    """The address did not take the message."""


def post(message: Message) -> None:
    """Send it and read no more than the first line of what comes back; a redirect is not followed.

    Raises:
        NotSent: nobody took it within five seconds.
    """
    try:
        status = asyncio.run(_post(message))
    except TimeoutError as fault:
        raise NotSent(f"no answer within {WITHIN_S:.0f} s") from fault
    except (OSError, ValueError) as fault:
        raise NotSent(str(fault)) from fault
    _, _, code = status.partition(b" ")
    if not (status.startswith(b"HTTP/1.") and code.startswith(ACCEPTED)):
        raise NotSent(f"it answered {status[:80]!r}; expected HTTP 2xx, and redirects are not followed")


async def _post(message: Message) -> bytes:
    parts = urlsplit(message.address)
    host = (parts.hostname or "").encode("idna").decode()
    port = parts.port or PORTS[parts.scheme]
    secure = ssl.create_default_context() if parts.scheme == "https" else None
    async with asyncio.timeout(WITHIN_S):
        reader, writer = await asyncio.open_connection(host, port, ssl=secure, limit=LONGEST_LINE_BYTES)
        try:
            writer.write(_request(message, host if ":" not in host else f"[{host}]", parts.port))
            await writer.drain()
            return (await reader.readline()).strip()
        finally:
            writer.transport.abort()


def _request(message: Message, host: str, port: int | None) -> bytes:
    parts = urlsplit(message.address)
    target = quote(parts.path or "/", safe=KEPT) + (f"?{quote(parts.query, safe=KEPT + '?')}" if parts.query else "")
    lines = (
        f"POST {target} HTTP/1.1",
        f"Host: {host}" + (f":{port}" if port else ""),
        "User-Agent: beurt",
        f"Content-Type: {message.kind}",
        f"Content-Length: {len(message.body)}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii") + message.body
