from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]


@pytest.fixture(scope="module")
def own_house(make_house: Callable[..., Any]) -> Any:
    """A console whose tries are not shared with other tests."""
    house = make_house()
    house.begin()
    return house


def test_the_password_opens_the_choice_of_desks(staff: MakeStaff) -> None:
    someone = staff().sign_in()
    expect(someone.page.get_by_role("heading", name="Kies uw balie")).to_be_visible()


def test_a_wrong_password_is_told_and_lets_nobody_in(staff: MakeStaff, own_house: Any) -> None:
    someone = staff(own_house).sign_in("iets anders")
    expect(someone.page.get_by_role("alert")).to_have_text("Dit wachtwoord klopt niet. Probeer het nog een keer.")
    someone.page.goto(f"{own_house.url}/balie")
    expect(someone.button("Aanmelden")).to_be_visible()


def test_after_five_wrong_ones_even_the_right_one_has_to_wait(staff: MakeStaff, own_house: Any) -> None:
    someone = staff(own_house)
    for _ in range(5):
        someone.sign_in("iets anders")
    someone.sign_in()
    expect(someone.page.get_by_role("alert")).to_contain_text("Wacht een minuut")


def test_the_sessions_cookie_is_for_this_site_and_no_script(staff: MakeStaff) -> None:
    someone = staff().sign_in()
    cookies = {cookie["name"]: cookie for cookie in someone.page.context.cookies()}
    assert cookies["beurt"]["httpOnly"]
    assert cookies["beurt"]["sameSite"] == "Strict"
    assert cookies["beurt-csrf"]["httpOnly"]
    assert cookies["beurt-csrf"]["sameSite"] == "Strict"


def test_a_session_that_the_browser_brought_along_is_not_taken_over(staff: MakeStaff, house: Any) -> None:
    someone = staff()
    someone.page.context.add_cookies([{"name": "beurt", "value": "planted", "url": house.url}])
    someone.sign_in()
    tokens = [cookie["value"] for cookie in someone.page.context.cookies() if cookie["name"] == "beurt"]
    assert tokens != ["planted"]


def test_signing_out_ends_the_session_everywhere(staff: MakeStaff, house: Any) -> None:
    someone = staff().sit_at("Balie 1")
    second = someone.page.context.new_page()
    second.goto(f"{house.url}/balie")
    someone.press("Afmelden")
    expect(someone.button("Aanmelden")).to_be_visible()
    expect(second.get_by_role("button", name="Aanmelden", exact=True)).to_be_visible()
