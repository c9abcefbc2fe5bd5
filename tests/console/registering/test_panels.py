"""Writing down what a visit was about: never in the way of the next visitor."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

MakeStaff = Callable[..., Any]


def unregistered(house: Any) -> int:
    answer = house.ask("day-sheet")
    return len(answer.tables)


def test_a_common_visit_is_registered_in_three_taps(staff: MakeStaff, house: Any) -> None:
    house.take(topic="digid")
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    for name in ("Geholpen", "Samen doen", "Klaar"):
        desk.press(name)
    desk.sees("Deze balie is vrij.", "#card")
    desk.page.goto(f"{house.url}/balie")
    expect(desk.page.locator("#registration .choice")).to_have_count(0)


def test_nothing_is_chosen_before_somebody_chose_it(staff: MakeStaff, house: Any) -> None:
    house.take(topic="digid")
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    expect(desk.button("Geholpen")).to_be_visible()
    expect(desk.page.locator("#registration [aria-pressed=true]")).to_have_count(0)


def test_in_a_visit_without_a_topic_the_kind_of_question_is_asked_first(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    desk.sees("Digitale overheid", "#registration")
    labels = desk.page.locator("#registration .label")
    expect(labels.first).to_have_text("Digitale overheid")


def test_help_without_a_ticket_is_noted_by_how_it_came(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Vraag noteren")
    expect(desk.button("Noteren")).to_have_count(0)
    for name in ("Telefoon", "Zorg", "Geholpen", "Noteren"):
        desk.press(name)
    expect(desk.page.locator("#choices")).to_have_count(0)
    expect(desk.page.locator("#said")).to_have_text("vraag genoteerd")


def test_the_next_visitor_is_called_whether_or_not_the_last_was_registered(staff: MakeStaff, house: Any) -> None:
    for _ in range(3):
        house.take(topic="digid")
    desk = staff().sit_at("Balie 1")
    for taps in ((), ("Geholpen", "Nog een vraag", "Komt terug")):
        desk.press("Volgende")
        desk.press("Is er")
        for name in taps:
            desk.press(name)
    desk.press("Volgende")
    expect(desk.button("Is er")).to_be_visible()
    expect(desk.page.locator("#waiting .number")).to_have_count(0)


def test_in_a_branch_with_one_button_a_common_visit_is_registered_in_three_taps_of_which_the_first_is_the_kind(
    staff: MakeStaff, make_house: Callable[..., Any]
) -> None:
    house = make_house(mode="one-button")
    house.begin()
    house.take()
    desk = staff(house).sit_at("Balie 1")
    for name in ("Volgende", "Is er"):
        desk.press(name)
    expect(desk.page.locator("#registration .label").first).to_have_text("Digitale overheid")
    for name in ("DigiD en inloggen", "Geholpen", "Klaar"):
        desk.press(name)
    desk.sees("Deze balie is vrij.", "#card")
    tables = {table.id: table.rows for table in house.ask("day-sheet").tables or ()}
    assert ("DigiD en inloggen", 1) in [row[-2:] for row in tables["topic"]]
    assert ("Geholpen", 1) in [row[-2:] for row in tables["outcome"]]
