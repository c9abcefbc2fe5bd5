"""What a browser chooses for itself: colours, keys, and how somebody who waits is told."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

MakeStaff = Callable[..., Any]
NOTED = """
window.told = [];
class Noted extends Notification {
  constructor(title, options) { super(title, options); window.told.push(title); }
}
window.Notification = Noted;
"""
"""Writes down each notification that the browser was asked for."""


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_the_page_is_dark_or_light_as_the_computer_is_or_as_chosen(staff: MakeStaff, house: Any) -> None:
    someone = staff(color_scheme="dark").sit_at("Balie 1")
    assert background(someone.page) == "rgb(16, 22, 31)"
    someone.page.goto(f"{house.url}/instellingen")
    someone.press("Licht")
    expect(someone.button("Licht")).to_have_attribute("aria-pressed", "true")
    someone.page.goto(f"{house.url}/balie")
    assert background(someone.page) == "rgb(251, 248, 243)"


def test_keys_press_buttons_until_they_are_switched_off(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    someone = staff().sit_at("Balie 1")
    someone.page.keyboard.press("v")
    expect(someone.page.locator("#card .number")).to_have_text(ticket.number)
    someone.page.keyboard.press("v")
    someone.page.keyboard.press("i")
    expect(someone.button("Klaar")).to_be_visible()
    someone.page.goto(f"{house.url}/instellingen")
    someone.press("Knoppen met één toets")
    someone.page.goto(f"{house.url}/balie")
    someone.page.keyboard.press("k")
    someone.page.wait_for_timeout(300)
    assert someone.number() == ticket.number


def test_a_key_with_a_modifier_is_the_browsers_own(staff: MakeStaff, house: Any) -> None:
    house.take()
    someone = staff().sit_at("Balie 1")
    someone.page.keyboard.press("Alt+v")
    someone.page.wait_for_timeout(300)
    expect(someone.button("Volgende")).to_be_visible()


def test_somebody_who_waits_is_told_in_the_title_and_each_minute_until_one_comes(staff: MakeStaff, house: Any) -> None:
    someone = staff(permissions=["notifications"])
    someone.page.add_init_script(NOTED)
    someone.page.clock.install()
    someone.sit_at("Balie 1")
    someone.page.goto(f"{house.url}/instellingen")
    someone.press("Zacht geluid")
    someone.press("Melding van de browser")
    someone.page.goto(f"{house.url}/balie")
    someone.press("Pauze")
    expect(someone.button("Verder")).to_be_visible()
    assert not someone.page.title().startswith("●")
    house.take()
    expect(someone.page).to_have_title("● Er wacht iemand · Balie 1 · Aan de beurt")
    assert someone.page.evaluate("window.told") == ["Er wacht iemand"]
    someone.page.clock.run_for(61_000)
    assert len(someone.page.evaluate("window.told")) == 2
    someone.press("Ik kom eraan")
    expect(someone.page).to_have_title("Balie 1 · Aan de beurt")
    someone.page.clock.run_for(130_000)
    assert len(someone.page.evaluate("window.told")) == 2


def test_a_notification_that_the_browser_forbids_is_not_switched_on(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    someone.page.goto(f"{house.url}/instellingen")
    someone.press("Melding van de browser")
    expect(someone.page.locator("#not-allowed")).to_contain_text("De browser laat meldingen niet toe.")
    expect(someone.button("Melding van de browser")).to_have_attribute("aria-pressed", "false")


def test_a_page_that_does_not_change_by_itself_tells_of_who_waits_too(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    someone.page.goto(f"{house.url}/instellingen")
    house.take()
    expect(someone.page).to_have_title("● Er wacht iemand · Instellingen · Aan de beurt")
    expect(someone.page.get_by_role("status").filter(has_text="Er wacht iemand.")).to_be_visible()
    house.ask("open-desk", desk="1")
    expect(someone.page).to_have_title("Instellingen · Aan de beurt")
