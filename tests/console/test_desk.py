"""A morning at the desk, in a real browser, with a real hub behind it."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

NUMBER = re.compile(r"^\d+$")
MakeStaff = Callable[..., Any]


def test_the_large_button_follows_the_visit(staff: MakeStaff, house: Any) -> None:
    ticket = house.take(topic="digid")
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.button("Is er")).to_be_visible()
    assert desk.number() == ticket.number
    desk.sees("DigiD en inloggen", "#card")
    desk.press("Is er")
    expect(desk.button("Volgende")).to_be_visible()
    desk.sees("Aan de balie", "#card")
    desk.press("Klaar")
    desk.sees("Deze balie is vrij.", "#card")


def test_next_during_a_visit_ends_it_and_calls(staff: MakeStaff, house: Any) -> None:
    first, second = house.take(), house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    assert desk.number() == first.number
    desk.press("Volgende")
    expect(desk.page.locator("#card .number")).to_have_text(second.number)
    expect(desk.button("Is er")).to_be_visible()


def test_nobody_waiting_is_said_calmly_and_changes_nothing(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.page.get_by_role("status").filter(has_text="Er wacht niemand.")).to_be_visible()
    expect(desk.button("Volgende")).to_be_visible()


def test_a_refusal_is_gone_once_somebody_waits(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.page.locator("#said")).to_have_text("Er wacht niemand.")
    house.take()
    expect(desk.page.locator("#said")).to_have_text("")


def test_calling_again_is_told_by_how_often(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Nog een keer roepen")
    desk.sees("2 keer geroepen", "#card")


def test_who_did_not_come_can_come_after_all(staff: MakeStaff, house: Any) -> None:
    missed, _ = house.take(), house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Niet gekomen")
    expect(desk.page.locator("#missed .number")).to_have_text(missed.number)
    desk.press("Is er toch")
    expect(desk.page.locator("#waiting .number").first).to_have_text(missed.number)
    expect(desk.page.locator("#main-button .hint")).to_contain_text(f"eerst: {missed.number}")


def test_a_number_that_was_set_aside_comes_back_the_same_way(staff: MakeStaff, house: Any) -> None:
    aside = house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    desk.press("Apart zetten")
    expect(desk.page.locator("#parked .number")).to_have_text(aside.number)
    desk.press("Is er toch")
    expect(desk.page.locator("#waiting .number")).to_have_text(aside.number)


def test_undo_says_what_it_undoes_and_does_it(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Niet gekomen")
    expect(desk.page.locator("#undo-button .hint")).to_have_text(f"{ticket.number} niet gekomen")
    desk.press("Ongedaan maken")
    expect(desk.button("Is er")).to_be_visible()
    assert desk.number() == ticket.number


def test_undo_of_what_was_done_elsewhere_is_offered_too(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    house.ask("call-next", desk="1")
    expect(desk.page.locator("#undo-button .hint")).to_have_text(f"{ticket.number} geroepen")


def test_a_number_by_hand_takes_two_presses(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Nieuw nummer")
    desk.press("Zorg")
    expect(desk.page.locator("#made .number")).to_have_text(NUMBER)
    desk.sees("Zorg", "#waiting")
    desk.press("Begrepen")
    expect(desk.page.locator("#made")).to_be_hidden()


def test_a_number_by_hand_can_be_for_who_does_not_know(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Nieuw nummer")
    desk.press("Ik weet het niet")
    expect(desk.page.locator("#waiting .number")).to_have_text(NUMBER)


def test_the_choice_for_a_new_number_can_be_left(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Nieuw nummer")
    desk.press("Toch niet")
    expect(desk.page.locator("#choices")).to_have_count(0)
    expect(desk.button("Nieuw nummer")).to_be_focused()


def test_a_pause_ends_with_further(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Pauze")
    desk.sees("Deze balie heeft pauze.", "#card")
    desk.press("Verder")
    desk.sees("Deze balie is vrij.", "#card")


def test_a_closed_desk_can_be_opened_again(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Sluiten")
    desk.sees("Deze balie is gesloten.", "#card")
    desk.press("Weer openen")
    expect(desk.button("Volgende")).to_be_visible()


def test_somebody_waits_and_no_desk_is_free(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    desk.press("Pauze")
    house.take()
    desk.press("Ik kom eraan")
    desk.sees("Er komt iemand aan.", "#alert")
    expect(desk.button("Ik kom eraan")).to_have_count(0)


def test_the_line_tells_topic_language_and_who_wants_to_be_fetched(staff: MakeStaff, house: Any) -> None:
    house.take(topic="zorg", language="ar", fetch_me=True)
    desk = staff().sit_at("Balie 1")
    row = desk.page.locator("#waiting li")
    expect(row).to_contain_text("Zorg")
    expect(row).to_contain_text("Arabisch")
    expect(row).to_contain_text("Kom mij halen")


def test_a_ticket_that_was_not_printed_is_to_be_written_down(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    house.ask("report-print", ticket_id=ticket.ticket_id, device=house.device, paper="failed", cause="paper-out")
    desk = staff().sit_at("Balie 1")
    desk.sees(f"Bon niet geprint: schrijf {ticket.number} op een briefje.", "#waiting")


def test_the_next_one_is_of_the_lines_of_this_desk(staff: MakeStaff, house: Any) -> None:
    house.take(line="taalhuis")
    ours = house.take()
    desk = staff().sit_at("Balie 1")
    expect(desk.page.locator("#main-button .hint")).to_have_text(f"1 persoon wacht · eerst: {ours.number}")


def test_a_double_click_calls_once_and_starts_nothing(staff: MakeStaff, house: Any) -> None:
    house.take()
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.button("Volgende").dblclick()
    expect(desk.button("Is er")).to_be_visible()
    desk.page.wait_for_timeout(600)
    expect(desk.button("Is er")).to_be_visible()
    expect(desk.page.locator("#waiting li")).to_have_count(1)


def test_the_same_press_sent_twice_counts_once(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    token = desk.page.locator("[name=_csrf_token]").input_value()
    form = {"_csrf_token": token, "request_id": str(uuid4())}
    for _ in range(2):
        answer = desk.page.request.post(f"{house.url}/balie/take-ticket?topic=zorg", form=form)
        assert answer.ok
    expect(desk.page.locator("#waiting li")).to_have_count(1)


def test_the_page_works_without_its_script(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff(java_script_enabled=False).sit_at("Balie 1")
    desk.press("Volgende")
    expect(desk.button("Is er")).to_be_visible()
    desk.press("Nieuw nummer")
    desk.press("Zorg")
    expect(desk.page.locator("#made .number")).to_have_text(NUMBER)


def test_what_no_button_sends_is_refused(staff: MakeStaff, house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    token = desk.page.locator("[name=_csrf_token]").input_value()
    for path in ("close-day", "take-ticket?device=kiosk-1", "call-next?desk=2", "bring-back?ticket_id=1"):
        form = {"_csrf_token": token, "request_id": str(uuid4())}
        assert desk.page.request.post(f"{house.url}/balie/{path}", form=form).status == 400


def test_focus_stays_on_the_large_button_as_it_changes(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.button("Volgende").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.button("Is er")).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.button("Volgende")).to_be_focused()


def test_visits_that_are_not_written_down_are_counted_quietly_in_the_menu(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    for name in ("Volgende", "Is er", "Klaar"):
        desk.press(name)
    desk.page.locator("#more-pages").click()
    expect(desk.page.get_by_role("link", name="Nog invullen (1)")).to_be_visible()


@pytest.mark.long
def test_in_a_branch_that_speaks_english_the_page_does_too(staff: MakeStaff, make_house: Callable[..., Any]) -> None:
    house = make_house()
    text = house.file.read_text().replace('languages = ["nl", "en", "ar"]', 'languages = ["en", "nl", "ar"]')
    house.file.write_text(re.sub(r'nl = "Balie (\d)"', r'en = "Desk \1"', text))
    house.begin()
    house.take(language="ar", fetch_me=True)
    page = staff(house).page
    page.goto(house.url)
    page.get_by_label("Password").fill("welkom-hier")
    for name in ("Sign in", "Desk 1", "Next", "Phrases", "We are calling an interpreter."):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".phrase .large")).to_have_attribute("lang", "ar")
    for name in ("Back", "Is here", "Helped", "Done"):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#card")).to_contain_text("This desk is free.")
