"""What opens on the page, in a real browser: each panel asks one thing, and its answer does it."""

from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import expect

from voices.voices import voices_here

MakeStaff = Callable[..., Any]


def more(desk: Any, number: str) -> None:
    desk.press(f"Meer met {number}")


def test_a_visitor_goes_to_another_line_with_the_same_number(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Naar een andere rij")
    desk.press("Taalhuis")
    desk.sees("Deze balie is vrij.", "#card")
    row = desk.page.locator("#waiting li")
    expect(row).to_contain_text(ticket.number)
    expect(row).to_contain_text("Taalhuis")
    expect(desk.page.locator("#undo-button .hint")).to_have_text(f"{ticket.number} naar een andere rij")


def test_a_topic_is_corrected_in_two_taps(staff: MakeStaff, house: Any) -> None:
    house.take(topic="digid")
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Is er")
    desk.press("Ander onderwerp")
    desk.page.locator("#choices").get_by_role("button", name="Zorg", exact=True).click()
    desk.sees("Zorg", "#card")


def test_a_chosen_number_is_called_with_its_reason_in_one_tap(staff: MakeStaff, house: Any) -> None:
    _, second = house.take(), house.take()
    desk = staff().sit_at("Balie 1")
    more(desk, second.number)
    expect(desk.page.locator("#choices").get_by_role("button").first).to_be_focused()
    desk.press("Moet zo weg")
    expect(desk.page.locator("#card .number")).to_have_text(second.number)
    expect(desk.page.locator("#choices")).to_have_count(0)


def test_while_somebody_is_called_no_other_can_be_chosen(staff: MakeStaff, house: Any) -> None:
    _, second = house.take(), house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    more(desk, second.number)
    expect(desk.button("Moet zo weg")).to_have_count(0)
    desk.sees("Roepen kan als deze balie vrij is.", "#choices")


def test_a_number_is_taken_off_and_a_ticket_printed_again_only_where_there_is_a_printer(
    staff: MakeStaff, house: Any
) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    more(desk, ticket.number)
    desk.press("Bon nog een keer printen")
    expect(desk.page.locator("#said")).not_to_have_text("")
    desk.press("Nummer weg")
    expect(desk.page.locator("#waiting .number")).to_have_count(0)


def test_the_numbers_of_children_go_together(staff: MakeStaff, house: Any) -> None:
    numbers = [house.take().number for _ in range(4)]
    desk = staff().sit_at("Balie 1")
    desk.choose("Deze nummers weg")
    for number in numbers[:3]:
        desk.button(number).click()
        expect(desk.button(number)).to_have_attribute("aria-pressed", "true")
    desk.press("Deze 3 nummers weg")
    expect(desk.page.locator("#waiting .number")).to_have_text([numbers[3]])


def test_the_kiosk_stops_giving_numbers_and_begins_again(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.choose("Geen nummers meer geven")
    desk.press("Zonder bericht")
    expect(desk.page.locator("#choices")).to_have_count(0)
    desk.choose("Weer nummers geven")
    desk.press("Weer nummers geven")
    desk.press("Nieuw nummer")
    desk.press("Zorg")
    expect(desk.page.locator("#waiting .number")).to_have_count(1)


def test_a_phrase_is_shown_in_the_language_of_the_ticket(staff: MakeStaff, house: Any) -> None:
    house.take(language="ar")
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Zinnen")
    desk.sees("Zinnen in het Arabisch", "#choices")
    desk.press("Er komt iemand naar u toe.")
    card = desk.page.locator(".phrase .large")
    expect(card).to_have_attribute("lang", "ar")
    expect(card).to_have_attribute("dir", "rtl")
    assert any("\u0600" <= sign <= "\u06ff" for sign in card.inner_text())
    expect(desk.page.locator("#hear")).to_be_visible(visible=can_be_heard(desk, "ar"))
    desk.press("Andere taal")
    desk.press("Türkçe")
    desk.sees("Zinnen in het Turks", "#choices")


def can_be_heard(desk: Any, language: str) -> bool:
    """Whether this machine or the browser has a voice for the language."""
    voices = f"speechSynthesis.getVoices().some((each) => each.localService && each.lang.startsWith('{language}'))"
    return language in voices_here().languages or bool(desk.page.evaluate(voices))


def test_a_phrase_is_heard_by_the_voice_of_this_machine_where_the_browser_has_none(
    staff: MakeStaff, house: Any
) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    for name in ("Volgende", "Zinnen", "Polski", "Welkom.", "Laten horen"):
        desk.press(name)
    expect(desk.page.locator("#live")).to_have_attribute("data-heard", "/zinnen/pl/0")
    for address in ("pl/99", "pl/-1", "xx/0", "../etc/0"):
        assert desk.page.request.get(f"{house.url}/zinnen/{address}").status == 404


def test_a_phrase_is_heard_by_nobody_who_is_not_signed_in(house: Any) -> None:
    assert httpx.get(f"{house.url}/zinnen/nl/0").status_code == 303


def test_staff_note_that_somebody_is_to_be_fetched_or_not(staff: MakeStaff, house: Any) -> None:
    ticket = house.take()
    desk = staff().sit_at("Balie 1")
    row = desk.page.locator(f"#row-{ticket.number}")
    more(desk, ticket.number)
    for is_on in (True, False):
        desk.press("Wil opgehaald worden")
        expect(desk.button("Wil opgehaald worden")).to_have_attribute("aria-pressed", "true" if is_on else "false")
        expect(row.get_by_text("Kom mij halen")).to_have_count(int(is_on))


def test_the_card_for_money_that_was_lost_tells_whom_to_ring(staff: MakeStaff) -> None:
    desk = staff().sit_at("Balie 1")
    desk.choose("Geld kwijt door oplichting")
    expect(desk.page.get_by_role("link", name="0900-8844")).to_have_attribute("href", "tel:09008844")
    desk.sees("Bel nu de bank.", "#choices")
    desk.press("Terug")
    expect(desk.page.locator("#more-pages")).to_be_focused()


def test_a_panel_about_a_visitor_is_gone_with_the_visitor(staff: MakeStaff, house: Any) -> None:
    house.take()
    desk = staff().sit_at("Balie 1")
    desk.press("Volgende")
    desk.press("Naar een andere rij")
    house.ask("miss-ticket", desk="1")
    expect(desk.page.locator("#choices")).to_have_count(0)
