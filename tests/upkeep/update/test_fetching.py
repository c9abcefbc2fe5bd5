import http.server
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from certificates import make_certificates
from small_release import Organisation

from upkeep.release import sums
from upkeep.release.faults import ReleaseFault, Unreachable
from upkeep.update import fetching
from upkeep.update.fetching import Fetch, Folder, Web, stick

Serve = Callable[..., str]


class Server(http.server.SimpleHTTPRequestHandler):
    """A web server for one folder; it can send whoever asks elsewhere, and be slow."""

    elsewhere = ""
    pause_s = 0.0

    def do_GET(self) -> None:
        time.sleep(self.pause_s)
        if self.elsewhere:
            self.send_response(302)
            self.send_header("Location", self.elsewhere)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
        """Say nothing."""


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Serves folders by https, from an authority that this process trusts."""
    make_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "ca.pem", tmp_path / "key.pem")
    running: list[tuple[http.server.ThreadingHTTPServer, threading.Thread]] = []

    def start(folder: Path, **how: object) -> str:
        handler = type("Handler", (Server,), how)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        running.append((server, thread))
        return f"https://127.0.0.1:{server.server_port}"

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch(source: fetching.Source, organisation: Organisation, into: Path) -> Path:
    fetched = Fetch(source, into, organisation.public)
    fetched.look()
    return fetched.bring()


def test_a_release_comes_whole_from_a_folder(organisation: Organisation, tmp_path: Path) -> None:
    release = organisation.release("1.0")
    (release / "odd").write_text("not listed, so left there")
    into = fetch(Folder(release), organisation, tmp_path / "incoming")
    assert sums.of_folder(into) == {name: each for name, each in sums.of_folder(release).items() if name != "odd"}
    assert into.stat().st_mode & 0o777 == 0o700


def test_a_release_comes_whole_from_the_web(serve: Serve, organisation: Organisation, tmp_path: Path) -> None:
    release = organisation.release("1.0")
    into = fetch(Web(serve(release)), organisation, tmp_path / "incoming")
    assert sums.of_folder(into) == sums.of_folder(release)


def test_before_the_signature_is_good_nothing_but_the_list_is_asked_for(
    organisation: Organisation, tmp_path: Path
) -> None:
    class Watched:
        """A folder that remembers what was asked of it."""

        def __init__(self) -> None:
            self.asked: list[str] = []

        def open(self, name: str) -> object:
            self.asked.append(name)
            return Folder(release).open(name)

    release = Organisation(tmp_path / "others").release("1.0")
    watched = Watched()
    with pytest.raises(ReleaseFault, match="not signed with"):
        Fetch(watched, tmp_path / "incoming", organisation.public).look()  # type: ignore[arg-type]
    assert watched.asked == ["SHA256SUMS", "SHA256SUMS.sig"]


def test_a_file_that_was_changed_on_its_way_is_noticed(organisation: Organisation, tmp_path: Path) -> None:
    for name in ("release.toml", "requirements.txt"):
        release = organisation.release("1.0", name=f"changed-{name}")
        (release / name).write_bytes((release / name).read_bytes() + b"\n")
        with pytest.raises(ReleaseFault, match="not what was signed"):
            fetch(Folder(release), organisation, tmp_path / "incoming")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "ftp://127.0.0.1/", "file:///etc", "HTTPS"])
def test_only_https_is_spoken(address: str) -> None:
    with pytest.raises(ReleaseFault, match="https"):
        Web(address)


def test_nobody_follows_a_server_that_sends_us_elsewhere(
    serve: Serve, organisation: Organisation, tmp_path: Path
) -> None:
    elsewhere = serve(organisation.release("1.0"))
    with pytest.raises(Unreachable, match="302"):
        fetch(Web(serve(tmp_path, elsewhere=f"{elsewhere}/SHA256SUMS")), organisation, tmp_path / "incoming")


def test_a_server_that_nobody_vouches_for_is_not_listened_to(
    serve: Serve, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = serve(organisation.release("1.0"))
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Unreachable, match="CERTIFICATE_VERIFY_FAILED"):
        fetch(Web(address), organisation, tmp_path / "incoming")


def test_the_proxy_of_the_branch_file_is_asked(organisation: Organisation, tmp_path: Path) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def refuse() -> None:
            line, _ = proxy.accept()
            asked.append(line.recv(1000))
            line.sendall(b"HTTP/1.1 403 Not here\r\n\r\n")
            line.close()

        thread = threading.Thread(target=refuse)
        thread.start()
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        with pytest.raises(Unreachable, match="403"):
            fetch(Web("https://releases.example", address), organisation, tmp_path / "incoming")
        thread.join()
    assert asked[0].startswith(b"CONNECT releases.example:443")


def test_a_server_without_a_release_is_out_of_reach(serve: Serve, organisation: Organisation, tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="404"):
        fetch(Web(serve(tmp_path)), organisation, tmp_path / "incoming")


def test_a_server_that_says_nothing_is_not_waited_for(
    serve: Serve, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SILENCE_LIMIT_S", 0.2)
    address = serve(organisation.release("1.0"), pause_s=1.0)
    with pytest.raises(Unreachable, match="timed out"):
        fetch(Web(address), organisation, tmp_path / "incoming")


def test_what_is_too_large_or_takes_too_long_is_left(
    organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = organisation.release("1.0")
    monkeypatch.setattr(sums, "MOST_RELEASE_BYTES", 600)
    with pytest.raises(ReleaseFault, match="too large"):
        fetch(Folder(release), organisation, tmp_path / "incoming")
    monkeypatch.undo()
    monkeypatch.setattr(fetching, "WHOLE_LIMIT_S", -1)
    with pytest.raises(ReleaseFault, match="took longer"):
        fetch(Folder(release), organisation, tmp_path / "incoming")


def test_a_disk_without_room_is_told_of_before_anything_is_installed(
    organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "ROOM_FACTOR", 10**12)
    with pytest.raises(ReleaseFault, match="no room"):
        fetch(Folder(organisation.release("1.0")), organisation, tmp_path / "incoming")


def test_a_link_or_a_pipe_on_a_stick_is_no_file(organisation: Organisation, tmp_path: Path) -> None:
    release = organisation.release("1.0")
    (release / "SHA256SUMS").unlink()
    (release / "SHA256SUMS").symlink_to("/etc/hostname")
    with pytest.raises(Unreachable):
        fetch(Folder(release), organisation, tmp_path / "incoming")
    (release / "SHA256SUMS").unlink()
    os.mkfifo(release / "SHA256SUMS")
    with pytest.raises(ReleaseFault):
        fetch(Folder(release), organisation, tmp_path / "incoming")


def test_a_stick_counts_where_a_release_is_on_it(tmp_path: Path) -> None:
    at = tmp_path / "media"
    assert stick(at) is None
    at.mkdir()
    assert stick(at) is None
    (at / "beurt-release").mkdir()
    assert stick(at) == at / "beurt-release"
