"""What staff can do for who does not use the kiosk, and what they see of who cannot come by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]
FLAG = "Kom mij halen"
LARGE_PX = 22

pytestmark = pytest.mark.timeout(120)


def test_a11y_48_a_ticket_at_the_desk_is_two_presses_and_the_next_number_in_the_same_line(
    staff: MakeStaff, house: Any
) -> None:
    before = int(house.take().number)
    desk = staff().sit_at("Balie 1")
    desk.press("Nieuw nummer")
    desk.press("Zorg")
    expect(desk.page.locator("#made .number")).to_have_text(str(before + 1))
    house.take()
    in_order = [str(before), str(before + 1), str(before + 2)]
    expect(desk.page.locator("#waiting .number")).to_have_text(in_order)
    desk.press("Begrepen")
    for number in in_order:
        desk.press("Volgende")
        expect(desk.page.locator("#card .number")).to_have_text(number)
        desk.press("Is er")
        expect(desk.button("Volgende")).to_be_visible()


def test_a11y_48_who_does_not_know_what_it_is_about_gets_a_number_by_two_presses_too(
    staff: MakeStaff, house: Any
) -> None:
    before = int(house.take().number)
    desk = staff().sit_at("Balie 1")
    desk.press("Nieuw nummer")
    desk.press("Ik weet het niet")
    expect(desk.page.locator("#made .number")).to_have_text(str(before + 1))
    assert int(house.take().number) == before + 2


def test_a11y_24_who_wants_to_be_fetched_is_shown_large_and_that_goes_with_the_ticket(
    staff: MakeStaff, house: Any
) -> None:
    house.take(fetch_me=True)
    desk = staff().sit_at("Balie 1")
    expect(desk.page.locator("#waiting li")).to_contain_text(FLAG)
    desk.press("Volgende")
    flag = desk.page.locator("#card").get_by_text(FLAG)
    expect(flag).to_be_visible()
    size_px = flag.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size_px >= LARGE_PX
    desk.press("Is er")
    desk.press("Klaar")
    expect(desk.page.locator("#card")).not_to_contain_text(FLAG)
    house.take()
    expect(desk.page.locator("#waiting li")).not_to_contain_text(FLAG)
    expect(desk.page.locator("body")).not_to_contain_text(FLAG)
