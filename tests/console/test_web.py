"""The pages as a whole: accessible, calm, and closed to what is not theirs."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from axe_core_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

MakeStaff = Callable[..., Any]
WIDTHS = (1280, 390)


def violations(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_has_an_axe_violation(staff: MakeStaff, house: Any, width: int) -> None:
    house.take(topic="zorg", language="ar", fetch_me=True)
    for _ in range(2):
        house.take()
    someone = staff(width=width)
    someone.page.goto(house.url)
    assert violations(someone.page) == []
    someone.sign_in()
    someone.page.wait_for_url("**/balies")
    assert violations(someone.page) == []
    someone.press("Balie 1")
    for name in ("Volgende", "Niet gekomen", "Volgende", "Is er", "Nieuw nummer", "Zorg", "Klaar"):
        someone.press(name)
        someone.page.wait_for_timeout(150)
        assert violations(someone.page) == [], name


def test_a_wrong_password_page_has_no_axe_violation(staff: MakeStaff) -> None:
    someone = staff().sign_in("iets anders")
    expect(someone.page.get_by_role("alert")).to_be_visible()
    assert violations(someone.page) == []


def test_nothing_on_a_page_is_against_its_own_policy(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    for name in ("Volgende", "Is er", "Nieuw nummer", "Toch niet", "Klaar"):
        desk.press(name)
    assert desk.console_lines == [line for line in desk.console_lines if "username fields" in line]


@pytest.mark.parametrize("width", [*WIDTHS, 360, 640])
def test_no_page_is_wider_than_its_window(staff: MakeStaff, house: Any, width: int) -> None:
    house.take(topic="zorg", language="ar", fetch_me=True)
    desk = staff(width=width).sit_at("Balie 1")
    desk.press("Volgende")
    desk.button("Is er").wait_for()
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_target_is_large_enough_for_a_thumb(staff: MakeStaff, house: Any, width: int) -> None:
    house.take()
    desk = staff(width=width).sit_at("Balie 1")
    desk.press("Volgende")
    desk.button("Is er").wait_for()
    for target in desk.page.locator("button:visible, a:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, target.inner_text()


def test_every_answer_carries_the_headers_that_browsers_obey(house: Any) -> None:
    for path in ("/aanmelden", "/balie", "/static/console.js", "/nergens"):
        headers = httpx.get(f"{house.url}{path}").headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "permissions-policy" in headers
        assert "server" not in headers


def test_a_post_without_its_token_is_refused(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    for path in ("/balie/take-ticket", "/afmelden", "/paneel/nieuw", "/weg", "/aanmelden"):
        assert desk.page.request.post(f"{house.url}{path}", form={"password": "x"}).status == 403
    expect(desk.page.locator("#waiting .number")).to_have_count(0)


def test_only_the_sign_in_is_open_to_strangers(house: Any) -> None:
    for path in ("/", "/balie", "/balies", "/balie/live", "/balies/live"):
        assert httpx.get(f"{house.url}{path}").headers["location"] == "/aanmelden"


def test_a_page_that_is_not_there_is_said_in_dutch(staff: MakeStaff, house: Any) -> None:
    someone = staff()
    someone.page.goto(f"{house.url}/nergens")
    someone.sees("Deze pagina bestaat niet.")
    assert violations(someone.page) == []
