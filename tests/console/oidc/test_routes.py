"""Through a real provider on this machine, in a real browser; afterwards nobody knows who it was."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]
WHO = "j.jansen-geheim@example.org"
CLAIMS = f'{{"sub": "{WHO}", "name": "Jansen Geheim", "email": "{WHO}"}}'


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--user-claims", CLAIMS]
    with (tmp_path_factory.mktemp("provider") / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    until_s = time.monotonic() + 30
    while time.monotonic() < until_s:
        try:
            httpx.get(address)
            break
        except httpx.TransportError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="module")
def own_house(make_house: Callable[..., Any], issuer: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    secret = tmp_path_factory.mktemp("secret") / "oidc"
    secret.write_text("between console and provider\n")
    told = f'issuer = "{issuer}"\nclient_id = "beurt"\nclient_secret_file = "{secret}"'
    house = make_house(console_more=f"[console.oidc]\n{told}")
    house.begin()
    return house


def remembered(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_somebody_of_the_organisation_gets_in_and_is_forgotten(staff: MakeStaff, own_house: Any) -> None:
    someone = staff(own_house)
    someone.page.goto(own_house.url)
    someone.page.get_by_role("link", name="Aanmelden met uw organisatie").click()
    someone.page.get_by_role("button", name=WHO).click()
    expect(someone.page.get_by_role("heading", name="Kies uw balie")).to_be_visible()
    someone.press("Balie 1")
    expect(someone.button("Volgende")).to_be_visible()
    kept = remembered(own_house.folder) + someone.page.content().encode() + str(someone.page.context.cookies()).encode()
    for trace in (WHO, "Jansen", "geheim"):
        assert trace.encode() not in kept


def test_a_return_that_nobody_began_opens_nothing(own_house: Any) -> None:
    for query in ("code=x&state=y", "", "error=access_denied&state=y"):
        answer = httpx.get(f"{own_house.url}/aanmelden/organisatie/terug?{query}")
        assert answer.status_code == 401
        assert "beurt=" not in answer.headers.get("set-cookie", "").replace("beurt-", "")


def test_a_code_of_one_browser_is_no_good_in_another(own_house: Any) -> None:
    begun = httpx.get(f"{own_house.url}/aanmelden/organisatie")
    state = httpx.URL(begun.headers["location"]).params["state"]
    other = httpx.get(f"{own_house.url}/aanmelden/organisatie/terug?code=x&state={state}")
    assert other.status_code == 401


@pytest.mark.long
def test_a_provider_that_is_away_is_told_and_the_password_still_works(staff: MakeStaff, make_house: Any) -> None:
    house = make_house(console_more=f'[console.oidc]\nissuer = "http://127.0.0.1:{free_port()}"\nclient_id = "beurt"')
    house.begin()
    someone = staff(house)
    someone.page.goto(f"{house.url}/aanmelden/organisatie")
    someone.sees("Aanmelden bij uw organisatie lukte niet.")
    someone.sign_in()
    expect(someone.page.get_by_role("heading", name="Kies uw balie")).to_be_visible()


def test_without_an_organisation_there_is_no_such_way_in(house: Any) -> None:
    assert httpx.get(f"{house.url}/aanmelden/organisatie").status_code in {303, 404}
    assert "organisatie" not in httpx.get(f"{house.url}/aanmelden").text
