from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

MakeStaff = Callable[..., Any]
MORE_DESK = """
[[desks]]
id = "{n}"
name = {{ nl = "Balie {n}" }}
lines = ["ido"]
"""


def test_a_desk_is_chosen_by_its_own_name_and_opens(staff: MakeStaff) -> None:
    someone = staff().sit_at("Balie 2")
    expect(someone.page.get_by_role("heading", level=1)).to_have_text("Aan de beurt · Balie 2")
    expect(someone.button("Volgende")).to_be_visible()


def test_the_choice_tells_live_how_the_desks_are(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    expect(someone.page.locator("#desk-1-hint")).to_have_text("dicht")
    house.ask("open-desk", desk="1")
    expect(someone.page.locator("#desk-1-hint")).to_have_text("open, vrij")


def test_who_sits_nowhere_can_say_that_they_come(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    house.take()
    someone.press("Ik kom eraan")
    someone.sees("Er komt iemand aan.", "#alert")


def test_a_desk_with_a_visitor_is_taken_over_as_it_is(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    house.ask("open-desk", desk="1")
    house.ask("call-next", desk="1")
    someone = staff().sit_at("Balie 1")
    expect(someone.button("Is er")).to_be_visible()
    assert someone.number() == ticket.number


def test_without_a_desk_the_desks_page_asks_for_one(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    someone.page.goto(f"{house.url}/balie")
    expect(someone.page.get_by_role("heading", name="Kies uw balie")).to_be_visible()


def test_a_desk_that_does_not_exist_is_no_page(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    token = someone.page.locator("[name=_csrf_token]").input_value()
    assert someone.page.request.post(f"{house.url}/balies/9", form={"_csrf_token": token}).status == 404


def test_a_closed_day_is_told_at_the_choice(staff: MakeStaff, house: Any) -> None:
    house.ask("close-day")
    someone = staff().sign_in()
    someone.press("Balie 1")
    expect(someone.page.get_by_role("status").filter(has_text="De dag is gesloten.")).to_be_visible()


@pytest.mark.long
@pytest.mark.timeout(300)
def test_ten_desks_that_press_at_once_get_ten_visitors_and_all_pages_agree(
    staff: MakeStaff, make_house: Callable[..., Any]
) -> None:
    house = make_house()
    more = "".join(MORE_DESK.format(n=n) for n in range(4, 11))
    house.file.write_text(house.file.read_text().replace("[[organisations]]", f"{more}[[organisations]]", 1))
    house.begin()
    numbers = [house.take(topic="zorg").number for _ in range(15)]
    desks = [staff(house).sit_at(f"Balie {n}") for n in range(1, 11)]
    for desk in desks:
        expect(desk.page.locator("#waiting .number")).to_have_text(numbers)
    for desk in desks:
        desk.page.evaluate("document.getElementById('main-button').click()")
    for desk in desks:
        expect(desk.button("Is er")).to_be_visible()
        expect(desk.page.locator("#waiting .number")).to_have_text(numbers[10:])
    assert sorted(map(int, (desk.number() for desk in desks))) == list(map(int, numbers[:10]))
    floor = staff(house).sign_in()
    for n in range(1, 11):
        expect(floor.page.locator(f"#desk-{n}-hint")).to_have_text("open, bezig")
