"""A whole morning at three desks: every button, whatever goes wrong; PICTURES=1 keeps what it looked like in out/."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

OUT = Path(__file__).parents[2] / "out" / "console"
TOPICS = ("digid", "zorg", "brief", "telefoon", None)
LANGUAGES = ("nl", "nl", "ar", "en")


@dataclass
class Morning:
    """Three desks, one of them on a phone and one in the dark, and the visitors who come."""

    house: Any
    broker: Any
    desks: list[Any]
    called: list[str] = field(default_factory=list)
    shots: Iterator[int] = field(default_factory=lambda: iter(range(100)))

    def picture(self, desk: Any, name: str) -> None:
        if "PICTURES" in os.environ:
            OUT.mkdir(parents=True, exist_ok=True)
            desk.page.wait_for_timeout(600)
            desk.page.screenshot(path=OUT / f"{next(self.shots):02}-{name}.png")

    def come(self, count: int) -> None:
        for n in range(count):
            topic = {"topic": TOPICS[n % 5]} if TOPICS[n % 5] else {}
            self.house.take(language=LANGUAGES[n % 4], fetch_me=n % 7 == 3, **topic)

    def call(self, desk: Any) -> str:
        desk.press("Volgende")
        expect(desk.button("Is er")).to_be_visible()
        number: str = desk.number()
        assert number not in self.at_other_desks(desk)
        self.called.append(number)
        return number

    def at_other_desks(self, desk: Any) -> list[str]:
        return [
            other.number() for other in self.desks if other is not desk and other.page.locator("#card .number").count()
        ]

    def serve(self, desk: Any, *taps: str) -> str:
        number = self.call(desk)
        desk.press("Is er")
        for name in taps:
            desk.press(name)
        return number


MakeMorning = Callable[[], Morning]


@pytest.fixture
def morning(
    staff: Callable[..., Any], make_house: Callable[..., Any], own_broker: Callable[..., Any]
) -> Iterator[Morning]:
    broker = own_broker()
    house = make_house(at=broker)
    house.begin()
    desks = [
        staff(house).sit_at("Balie 1"),
        staff(house, width=360, height=740, has_touch=True).sit_at("Balie 2"),
        staff(house, color_scheme="dark").sit_at("Balie 3"),
    ]
    yield Morning(house, broker, desks)
    # Its broker ends with this test, and nobody should go on looking for it.
    house.stop()


def test_a_short_morning_with_three_desks(morning: Morning) -> None:
    one, phone, dark = morning.desks
    morning.come(8)
    at_the_start(morning, one, phone, dark)
    a_visit_with_everything(morning, one)
    on_a_phone(morning, phone)
    two_tabs(morning, one)
    the_hub_is_lost(morning, one)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_whole_morning_with_forty_visitors(morning: Morning) -> None:
    one, phone, dark = morning.desks
    morning.come(36)
    at_the_start(morning, one, phone, dark)
    a_visit_with_everything(morning, one)
    on_a_phone(morning, phone)
    numbers_by_hand_and_away(morning, one)
    the_kiosk_closes_and_opens(morning, one)
    nobody_at_a_desk(morning, one, phone, dark)
    the_broker_is_lost(morning, one)
    two_tabs(morning, one)
    the_hub_is_lost(morning, one)
    the_rest(morning, dark)
    assert len(set(morning.called)) >= 36


def at_the_start(morning: Morning, *desks: Any) -> None:
    for desk in desks:
        expect(desk.page.locator("#waiting .number").first).to_be_visible()
    morning.picture(desks[0], "free")
    numbers = [morning.call(desk) for desk in desks]
    assert len(set(numbers)) == len(desks)
    for desk in desks:
        desk.press("Is er")
    morning.picture(desks[2], "visit-dark")


def a_visit_with_everything(morning: Morning, desk: Any) -> None:
    desk.press("Ander onderwerp")
    morning.picture(desk, "topic")
    desk.page.locator("#choices").get_by_role("button", name="Zorg", exact=True).click()
    expect(desk.page.locator("#card .topic")).to_contain_text("Zorg")
    for name in ("Warm doorverwezen", "Taalhuis", "Brief uitleggen"):
        desk.page.locator("#registration").get_by_role("button", name=name, exact=True).click()
    desk.sees("Oefenplein, tafel 3", "#registration")
    morning.picture(desk, "registering")
    desk.press("Klaar")
    desk.sees("Deze balie is vrij.", "#card")
    desk.press("Ongedaan maken")
    expect(desk.button("Klaar")).to_be_visible()
    desk.press("Apart zetten")
    expect(desk.page.locator("#parked .number")).to_have_count(1)
    missed = morning.call(desk)
    desk.press("Nog een keer roepen")
    desk.sees("2 keer geroepen", "#card")
    morning.picture(desk, "calling")
    desk.press("Niet gekomen")
    expect(desk.page.locator("#missed .number")).to_have_text(missed)
    desk.page.locator("#missed").get_by_role("button", name="Is er toch", exact=True).click()
    expect(desk.page.locator("#main-button .hint")).to_contain_text(f"eerst: {missed}")
    assert morning.call(desk) == missed
    desk.press("Naar een andere rij")
    morning.picture(desk, "transfer")
    desk.press("Taalhuis")
    desk.sees("Deze balie is vrij.", "#card")
    desk.page.locator("#parked").get_by_role("button", name="Is er toch", exact=True).click()
    expect(desk.page.locator("#parked .number")).to_have_count(0)


def on_a_phone(morning: Morning, phone: Any) -> None:
    phone.press("Volgende")
    expect(phone.button("Is er")).to_be_visible()
    phone.press("Zinnen")
    if phone.page.locator("#choices h2").inner_text() == "Zinnen in welke taal?":
        phone.press("Türkçe")
    phone.press("Wij bellen een tolk.")
    expect(phone.page.locator(".phrase .large")).to_be_visible()
    morning.picture(phone, "phrase-phone")
    phone.press("Terug")
    morning.picture(phone, "calling-phone")
    phone.press("Is er")
    morning.picture(phone, "visit-phone")
    phone.press("Klaar")
    row = phone.page.locator("#waiting li").nth(1)
    number = row.locator(".number").inner_text()
    phone.press(f"Meer met {number}")
    morning.picture(phone, "ticket-phone")
    phone.press("Kom mij halen")
    expect(phone.page.locator("#card .number")).to_have_text(number)
    phone.press("Is er")
    phone.press("Klaar")
    phone.choose("Geld kwijt door oplichting")
    morning.picture(phone, "fraud-phone")
    phone.press("Terug")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360


def numbers_by_hand_and_away(morning: Morning, desk: Any) -> None:
    for name in ("Nieuw nummer", "Zorg", "Begrepen", "Nieuw nummer", "Ik weet het niet", "Begrepen"):
        desk.press(name)
    rows = desk.page.locator("#waiting .number")
    expect(desk.page.locator("#made")).to_be_hidden()
    before = rows.count() + 2
    morning.come(2)
    expect(rows).to_have_count(before)
    last = [rows.nth(before - 1).inner_text(), rows.nth(before - 2).inner_text()]
    desk.choose("Deze nummers weg")
    for number in last:
        desk.button(number).click()
        expect(desk.button(number)).to_have_attribute("aria-pressed", "true")
    morning.picture(desk, "several")
    desk.press("Deze 2 nummers weg")
    expect(rows).to_have_count(before - 2)
    for name in ("Vraag noteren", "Telefoon", "Zorg", "Geholpen"):
        desk.press(name)
    morning.picture(desk, "question")
    desk.press("Noteren")
    expect(desk.page.locator("#choices")).to_have_count(0)


def the_kiosk_closes_and_opens(morning: Morning, desk: Any) -> None:
    desk.choose("Geen nummers meer geven")
    morning.picture(desk, "kiosk")
    desk.press("We zijn er om 13 uur weer.")
    expect(desk.page.locator("#choices")).to_have_count(0)
    desk.choose("Weer nummers geven")
    desk.press("Weer nummers geven")
    expect(desk.page.locator("#choices")).to_have_count(0)


def nobody_at_a_desk(morning: Morning, *desks: Any) -> None:
    for desk in desks:
        if desk.button("Klaar").is_visible():
            desk.press("Klaar")
            desk.sees("Deze balie is vrij.", "#card")
    for desk in desks[:2]:
        if not desk.button("Pauze").is_visible():
            desk.page.locator("#more").click()
        desk.press("Pauze")
        desk.sees("Deze balie heeft pauze.", "#card")
    desks[2].press("Sluiten")
    expect(desks[0].page).to_have_title(re.compile("^● Er wacht iemand"))
    morning.picture(desks[0], "somebody-waits")
    desks[2].press("Ik kom eraan")
    expect(desks[0].page).not_to_have_title(re.compile("^●"))
    desks[2].press("Weer openen")
    for desk in desks[:2]:
        desk.press("Verder")
        desk.sees("Deze balie is vrij.", "#card")


def the_broker_is_lost(morning: Morning, desk: Any) -> None:
    morning.broker.kill()
    desk.sees("Geen verbinding met de wachtrij.", "#away")
    desk.press("Volgende")
    expect(desk.page.locator("#said")).to_contain_text("Er is niets onthouden.")
    morning.picture(desk, "lost")
    morning.broker.start()
    expect(desk.page.locator("#away")).to_have_text("", timeout=30_000)
    expect(desk.button("Volgende")).to_be_visible()


def two_tabs(morning: Morning, desk: Any) -> None:
    other = type(desk)(desk.page.context.new_page(), desk.house)
    other.page.goto(f"{morning.house.url}/balie")
    number = morning.call(desk)
    expect(other.page.locator("#card .number")).to_have_text(number)
    other.press("Is er")
    expect(desk.button("Klaar")).to_be_visible()
    desk.press("Klaar")
    expect(other.button("Klaar")).to_have_count(0)
    other.page.close()


def the_hub_is_lost(morning: Morning, desk: Any) -> None:
    morning.house.end("hub")
    desk.sees("Geen verbinding met de wachtrij.", "#away")
    morning.house.start("hub")
    expect(desk.page.locator("#away")).to_have_text("", timeout=30_000)
    morning.serve(desk, "Geholpen", "Klaar")
    desk.sees("Deze balie is vrij.", "#card")


def the_rest(morning: Morning, desk: Any) -> None:
    while desk.page.locator("#waiting .number").count():
        before = desk.page.locator("#waiting .number").count()
        morning.serve(desk, "Geholpen")
        expect(desk.page.locator("#waiting .number")).to_have_count(before - 1)
    desk.press("Klaar")
    desk.sees("Niemand wacht.", "#card")
    morning.picture(desk, "nobody-dark")
