"""A server on this machine that takes what is posted to it: well, badly, or not at all."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Posted:
    """One request that came in."""

    path: str
    kind: str
    body: bytes
    headers: dict[str, str]


@dataclass
class PostBox:
    """Keeps what is posted; answers with `status`, and leads elsewhere where that is a redirect."""

    status: int = 200
    posted: list[Posted] = field(default_factory=list)

    def __enter__(self) -> Self:
        box = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                box.posted.append(Posted(self.path, self.headers["Content-Type"], body, dict(self.headers)))
                self.send_response(box.status)
                self.send_header("Location", f"{box.url}/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST  # noqa: N815 - the server looks for that name

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it takes what is posted."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def wait_for(self, count: int, within_s: float = 20) -> list[Posted]:
        """What came, once there is so much of it."""
        until_s = time.monotonic() + within_s
        while len(self.posted) < count:
            assert time.monotonic() < until_s, self.posted
            time.sleep(0.01)
        return self.posted


@contextmanager
def babbler(drop: bytes, every_s: float = 0.05) -> Iterator[str]:
    """Somebody who takes every connection and sends the same drop for ever; nothing where that is empty."""
    server = socket.create_server(("127.0.0.1", 0))
    is_over = threading.Event()

    def babble() -> None:
        with suppress(OSError):
            while True:
                line, _ = server.accept()
                with line, suppress(OSError):
                    while not is_over.wait(every_s):
                        line.sendall(drop)

    threading.Thread(target=babble, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        is_over.set()
        server.close()
