"""A web server on loopback that keeps what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class ListeningServer:
    """Answers everything with one status; `location` makes a redirect of it."""

    status: int = 200
    location: str = ""
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def listening(status: int = 200, location: str = "") -> Iterator[ListeningServer]:
    """A server that runs until the end of the `with`."""
    kept = ListeningServer(status, location)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._keep()

        def do_GET(self) -> None:
            self._keep()

        def _keep(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            kept.asked.append(Asked(self.command, self.path, dict(self.headers), body))
            self.send_response(kept.status)
            if kept.location:
                self.send_header("Location", kept.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_about: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        kept.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield kept
        finally:
            server.shutdown()
            thread.join()
