"""What stands in front of every page: the headers that browsers obey, and limits on what is sent here."""

import asyncio
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPRequestEvent, Message, Receive, ReceiveMessage, Scope, Send

BODY_BYTES: Final = 4096
BODY_S: Final = 5.0

_POLICY: Final = (
    b"default-src 'none'",
    b"script-src 'self'",
    b"style-src 'self'",
    b"img-src 'self'",
    b"connect-src 'self'",
    b"form-action 'self'",
    b"frame-ancestors 'none'",
    b"base-uri 'none'",
)

HEADERS: Final[tuple[tuple[bytes, bytes], ...]] = (
    (
        b"content-security-policy",
        b"; ".join(_POLICY),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
)
HTTPS_ONLY: Final = (b"strict-transport-security", b"max-age=31536000")
_OWN_SITE: Final = {b"same-origin", b"none"}


class Guard:
    """Wraps the application; sees also what no route answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it before any page sees it."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        guarded = _with_headers(send, is_https=scope["scheme"] == "https")
        if scope["method"] in {"GET", "HEAD"}:
            await self._app(scope, receive, guarded)
            return
        if not _is_from_own_site(scope):
            await _refuse(guarded, 403)
            return
        body = await _body(receive)
        if isinstance(body, int):
            await _refuse(guarded, body)
            return
        await self._app(scope, _again(body, receive), guarded)


def _with_headers(send: Send, *, is_https: bool) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message["headers"], *HEADERS]
            if is_https:
                headers = [*map(_secure, headers), HTTPS_ONLY]
            if not any(name.lower() == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-store"))
            message["headers"] = headers
        await send(message)

    return guarded


def _secure(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    # Behind a proxy with TLS only the request tells that there is any.
    name, value = header
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return (name, value + b"; Secure") if is_open else header


def _is_from_own_site(scope: Scope) -> bool:
    site = dict(scope["headers"]).get(b"sec-fetch-site")
    return site is None or site in _OWN_SITE


async def _body(receive: Receive) -> bytes | int:
    """The whole body, or the status with which it is refused."""
    body = b""
    try:
        async with asyncio.timeout(BODY_S):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return 400
                body += message["body"]
                if len(body) > BODY_BYTES:
                    return 413
                if not message["more_body"]:
                    return body
    except TimeoutError:
        return 408


def _again(body: bytes, receive: Receive) -> Receive:
    first: list[HTTPRequestEvent] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> ReceiveMessage:
        return first.pop() if first else await receive()

    return replayed


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"connection", b"close")]})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
