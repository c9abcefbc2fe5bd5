"""A script in everything that somebody else can set: the branch file, what the hub tells, addresses."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from msgspec.json import decode, encode
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]
SCRIPT = "<script>window.hacked=1</script>"
PICTURE = "'\\\"><img src=x onerror=window.hacked=1>"
HOSTILE = SCRIPT + PICTURE


@pytest.fixture(scope="module")
def hostile_house(make_house: Callable[..., Any]) -> Any:
    """A branch whose file has scripts for names."""
    house = make_house()
    text = house.file.read_text()
    for name in (
        "Bibliotheek Proef",
        "Informatiepunt",
        "Balie 1",
        "UWV",
        "Oefenplein, tafel 3",
        "We zijn er om 13 uur weer.",
    ):
        text = text.replace(f'"{name}"', f'"{name} {HOSTILE}"')
    house.file.write_text(text)
    house.begin()
    return house


def test_names_in_the_branch_file_are_words_and_never_scripts(staff: MakeStaff, hostile_house: Any) -> None:
    someone = staff(hostile_house).sign_in()
    desk = someone.page.locator("#desk-1 .words")
    expect(desk).to_contain_text("window.hacked=1")
    desk.click()
    someone.page.wait_for_url("**/balie")
    hostile_house.take(line="ido")
    for name in ("Volgende", "Is er", "Geholpen"):
        someone.press(name)
    expect(someone.page.locator("#tap-organisation-uwv")).to_contain_text("<script>")
    someone.choose("Geen nummers meer geven")
    expect(someone.page.locator("#notice-break")).to_contain_text("<script>")
    assert someone.page.evaluate("window.hacked") is None
    assert someone.page.locator("img").count() == 0


def test_what_the_hub_tells_is_words_and_never_scripts(staff: MakeStaff, house: Any) -> None:
    someone = staff().sit_at("Balie 1")
    ticket = house.take(topic="zorg")
    expect(someone.page.locator("#waiting .number")).to_have_text(ticket.number)
    floor = decode(house.floor)
    floor["revision"] += 1
    floor["waiting"][0] |= {"number": HOSTILE, "topic_name": HOSTILE, "language": 'x"><script>', "paper": "failed"}
    floor["devices"] = [
        {"device": HOSTILE, "kind": kind, "state": "offline", "printer": "none", "detail": HOSTILE}
        for kind in ("kiosk", "kiosk", "display")
    ]
    house.kiosk.publish(house.kiosk.topics.state("floor"), encode(floor))
    expect(someone.page.locator("#waiting .number")).to_have_text(HOSTILE)
    expect(someone.page.locator("#troubles")).to_contain_text("<script>")
    assert someone.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("path", ["/aanmelden?fault={0}", "/nergens/{0}", "/balie?{0}={0}", "/static/{0}", "/{0}"])
def test_what_stands_in_an_address_comes_back_on_no_page(house: Any, path: str) -> None:
    answer = httpx.get(house.url + path.format(SCRIPT), follow_redirects=True)
    assert SCRIPT not in answer.text
    assert "window.hacked" not in answer.text


def test_a_script_that_would_get_onto_a_page_would_not_run(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.page.evaluate(
        """() => {
            const inline = document.createElement("script");
            inline.textContent = "window.hacked = 1";
            document.body.append(inline);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hacked = 1'>");
        }"""
    )
    desk.page.wait_for_timeout(300)
    assert desk.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in line for line in desk.console_lines)
