import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from console.server import CannotListen, listen, proxies, server
from runtime.settings.model import Console


def test_without_tls_it_listens_on_this_machine_only() -> None:
    with listen(Console(listen="127.0.0.1:0")) as socket:
        assert socket.getsockname()[0] == "127.0.0.1"
    for everywhere in ("0.0.0.0:0", "[::]:0", "192.0.2.1:0", "example.org:0"):
        with pytest.raises(CannotListen, match="tls_certificate"):
            listen(Console(listen=everywhere))


def test_an_address_that_is_taken_is_told_by_its_key() -> None:
    with listen(Console(listen="127.0.0.1:0")) as socket:
        port = socket.getsockname()[1]
        with pytest.raises(CannotListen, match=r"console\.listen"):
            listen(Console(listen=f"127.0.0.1:{port}"))


def test_a_certificate_that_is_none_is_told_by_its_key(tmp_path: Path) -> None:
    console = Console(tls_certificate=tmp_path / "no.crt", tls_key=tmp_path / "no.key")
    with pytest.raises(CannotListen, match="tls_certificate"):
        server(None, console, lambda: None)


@pytest.fixture(scope="module")
def tls_house(make_house: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A console with a certificate of its own."""
    folder = tmp_path_factory.mktemp("tls")
    _make_certificate(folder)
    house = make_house(console_more=f'tls_certificate = "{folder}/crt"\ntls_key = "{folder}/key"')
    house.certificate = folder / "crt"
    house.start("console")
    return house


def _make_certificate(folder: Path) -> None:
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    )
    subprocess.run([*command.split(), "-keyout", "key", "-out", "crt"], cwd=folder, check=True, capture_output=True)


def test_with_tls_the_cookies_are_secure_and_guarded_by_their_name(tls_house: Any) -> None:
    trusted = ssl.create_default_context(cafile=tls_house.certificate)
    answer = httpx.get(f"https://127.0.0.1:{tls_house.port}/aanmelden", verify=trusted)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-beurt-csrf=")
    assert "; secure" in cookie.lower()
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_behind_a_proxy_with_tls_the_cookies_are_secure_too(
    make_house: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "127.0.0.1")
    house = make_house()
    house.start("console")
    for scheme, is_https in (("https", True), ("http", False)):
        answer = httpx.get(f"{house.url}/aanmelden", headers={"X-Forwarded-Proto": scheme})
        assert ("; secure" in answer.headers["set-cookie"].lower()) is is_https
        assert ("strict-transport-security" in answer.headers) is is_https


def test_only_a_proxy_on_this_machine_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxies() == []
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "127.0.0.1,::1, 192.0.2.1,*,0.0.0.0/0")
    assert proxies() == ["127.0.0.1", "::1"]
