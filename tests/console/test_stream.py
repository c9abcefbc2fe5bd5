"""Pages that look on: what happens elsewhere appears by itself."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]


def test_what_one_page_does_the_other_shows(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    one, other = staff().sit_at("Balie 1"), staff().sit_at("Balie 2")
    expect(other.page.locator("#waiting .number")).to_have_text(ticket.number)
    one.press("Volgende")
    expect(other.page.locator("#waiting .number")).to_have_count(0)


def test_two_browsers_at_one_desk_stay_in_step_and_are_told(staff: MakeStaff, house: Any) -> None:
    house.take()
    one, other = staff().sit_at("Balie 1"), staff().sit_at("Balie 1")
    one.sees("Deze balie is ook op een ander scherm open.")
    one.press("Volgende")
    other.press("Is er")
    expect(one.button("Klaar")).to_be_visible()


def test_a_new_ticket_is_on_the_page_at_once(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    ticket = house.take(topic="zorg")
    hint = desk.page.locator("#main-button .hint")
    expect(hint).to_have_text(f"1 persoon wacht · eerst: {ticket.number}")


@pytest.mark.long
def test_undo_goes_when_its_time_is_over(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.button("Ongedaan maken")).to_be_visible()
    expect(desk.button("Ongedaan maken")).to_have_count(0, timeout=33_000)


@pytest.mark.long
def test_calling_again_is_suggested_when_nobody_comes(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.page.locator("#recall-button .hint")).to_have_count(0)
    before = desk.button("Niet gekomen").bounding_box()
    expect(desk.page.locator("#recall-button .hint")).to_have_text("Misschien niet gehoord.", timeout=30_000)
    expect(desk.page.locator("#card")).to_contain_text("Misschien niet gehoord.")
    assert desk.button("Niet gekomen").bounding_box() == before
    desk.press("Nog een keer roepen")
    expect(desk.page.locator("#recall-button .hint")).to_have_count(0)


@pytest.fixture(scope="module")
def own_house(make_house: Callable[..., Any]) -> Any:
    """A branch whose hub and console may go away."""
    house = make_house()
    house.begin()
    return house


def test_a_hub_that_goes_is_told_and_nothing_is_kept_for_later(staff: MakeStaff, own_house: Any) -> None:
    own_house.take()
    desk = staff(own_house).sit_at("Balie 1")
    own_house.end("hub")
    desk.sees("Geen verbinding met de wachtrij.", "#away")
    desk.press("Volgende")
    expect(desk.page.locator("#said")).to_contain_text("De wachtrij antwoordt niet.")
    own_house.start("hub")
    expect(desk.page.locator("#away")).to_have_text("", timeout=20_000)
    expect(desk.button("Volgende")).to_be_visible()


def test_a_console_that_comes_back_finds_its_pages_again(staff: MakeStaff, own_house: Any) -> None:
    desk = staff(own_house).sit_at("Balie 1")
    own_house.end("console")
    own_house.start("console")
    expect(desk.button("Aanmelden")).to_be_visible(timeout=30_000)
