"""What staff and the coordinator read back, in a real browser, from a real hub."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from console import password

MakeStaff = Callable[..., Any]
COORDINATOR = "cijfers-en-zo"


@pytest.fixture(scope="module")
def figures(make_house: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A branch with a coordinator."""
    file = tmp_path_factory.mktemp("coordinator") / "coordinator.argon2"
    password.write(file, COORDINATOR)
    house = make_house(console_more=f'coordinator_password_file = "{file}"')
    house.begin()
    return house


def visits(house: Any, *registered: dict[str, str] | None) -> None:
    for questions in registered:
        house.ask("open-desk", desk="1")
        house.take(topic="digid")
        house.ask("call-next", desk="1")
        house.ask("start-visit", desk="1")
        house.ask("finish-visit", desk="1", **({"questions": [questions]} if questions else {}))


def go(someone: Any, path: str) -> None:
    someone.page.goto(f"{someone.house.url}{path}")


def test_visits_of_today_are_filled_in_together(staff: MakeStaff, figures: Any) -> None:
    figures.clear()
    visits(figures, None, None)
    someone = staff(figures).sign_in()
    go(someone, "/invullen")
    assert someone.page.locator(":checked[type=radio]").count() == 0
    cards = someone.page.locator("fieldset")
    expect(cards).to_have_count(2)
    cards.nth(0).get_by_text("Warm doorverwezen").click()
    cards.nth(0).get_by_label("Naar wie?").select_option("taalhuis")
    cards.nth(0).get_by_label("Wat had iemand nodig?").select_option("find-way")
    someone.press("Noteren")
    expect(someone.page.locator("fieldset")).to_have_count(1)
    go(someone, "/dagstaat")
    expect(someone.page.get_by_role("row", name="Warm doorverwezen 1")).to_be_visible()
    expect(someone.page.get_by_role("row", name="Taalhuis 1")).to_be_visible()


def test_the_tally_has_a_tick_that_stays(staff: MakeStaff, figures: Any) -> None:
    figures.clear()
    visits(figures, {"outcome": "helped", "organisation": "uwv"})
    someone = staff(figures).sign_in()
    go(someone, "/dagstaat")
    titles = someone.page.locator("caption").all_inner_texts()
    assert titles[:5] == ["Vandaag", "Soort vraag", "Onderwerpen", "Organisaties", "Uitkomsten"]
    expect(someone.page.get_by_role("row", name="Digitale overheid")).to_be_visible()
    tick = someone.button("Overgenomen in de landelijke registratie")
    before = tick.get_attribute("aria-pressed")
    tick.click()
    go(someone, "/dagstaat")
    assert tick.get_attribute("aria-pressed") != before


def test_who_still_waits_is_shown_before_the_day_closes(staff: MakeStaff, figures: Any) -> None:
    figures.clear()
    ticket = figures.take(topic="digid")
    someone = staff(figures).sign_in()
    go(someone, "/dag/sluiten")
    expect(someone.page.locator(".numbers li")).to_have_text(ticket.number)
    someone.press("Dag sluiten")
    expect(someone.button("Aanmelden")).to_be_visible()
    someone.sign_in()
    go(someone, "/dagstaat")
    expect(someone.page.get_by_role("row").first).to_be_visible()
    someone.press("Dag weer openen")
    expect(someone.page.get_by_role("link", name="Dag sluiten")).to_be_visible()


def test_reports_ask_for_the_coordinators_password(staff: MakeStaff, figures: Any, tmp_path: Path) -> None:
    figures.clear()
    visits(figures, *[{"outcome": "helped", "organisation": "uwv"}] * 3, {"outcome": "comes-back"})
    figures.ask("close-day")
    figures.ask("open-day")
    someone = staff(figures).sign_in()
    go(someone, "/cijfers")
    someone.page.get_by_label("Wachtwoord van de coördinator").fill("iets anders")
    someone.press("Verder")
    expect(someone.page.get_by_role("alert")).to_contain_text("klopt niet")
    someone.page.get_by_label("Wachtwoord van de coördinator").fill(COORDINATOR)
    someone.press("Verder")
    expect(someone.page.get_by_role("table", name="Uitkomsten")).to_be_visible()
    assert someone.page.locator("svg.chart rect").count() > 3
    for link, signature in (("Als Excel-bestand", b"PK"), ("Als CSV-bestand", b"\xef\xbb\xbf")):
        with someone.page.expect_download() as download:
            someone.page.get_by_role("link", name=link).click()
        download.value.save_as(tmp_path / "file")
        assert (tmp_path / "file").read_bytes().startswith(signature)
    someone.page.get_by_label("Voor wie?").select_option("public")
    someone.press("Laat zien")
    expect(someone.page.get_by_text("afgerond op 5")).to_be_visible()
    assert [line for line in someone.console_lines if "Content Security Policy" in line] == []


def test_the_order_of_today_is_told_in_sentences(staff: MakeStaff, figures: Any) -> None:
    figures.clear()
    first, second = figures.take(topic="digid"), figures.take(topic="digid")
    figures.ask("open-desk", desk="1")
    figures.ask("call-ticket", desk="1", ticket_id=second.ticket_id, reason="leaving")
    someone = staff(figures).sign_in()
    go(someone, "/waarom")
    someone.page.get_by_label("Nummer").fill(second.number)
    someone.press("Laat zien")
    story = someone.page.locator(".story li")
    expect(story).to_have_count(2)
    expect(story.nth(0)).to_contain_text(f"Nummer {second.number} is gegeven, voor Informatiepunt. Er was 1 nummer")
    expect(story.nth(1)).to_contain_text(f"moest bijna weg. Eerder gekomen en nog niet geroepen: {first.number}.")
    someone.page.get_by_label("Nummer").fill("<b>")
    someone.press("Laat zien")
    expect(someone.page.locator("p[role=status]")).to_contain_text("Dat is geen nummer.")


@pytest.mark.parametrize("theme", [pytest.param("light", marks=pytest.mark.long), "dark"])
def test_every_page_of_figures_is_free_of_faults_that_axe_finds(staff: MakeStaff, figures: Any, theme: str) -> None:
    figures.clear()
    visits(figures, None, {"outcome": "helped", "organisation": "uwv"})
    ticket = figures.take(topic="digid")
    someone = staff(figures, width=360, color_scheme=theme).sign_in()
    go(someone, "/cijfers")
    found = [axe(someone)]
    someone.page.get_by_label("Wachtwoord van de coördinator").fill(COORDINATOR)
    someone.press("Verder")
    paths = ("/cijfers", "/dagstaat", "/invullen", f"/waarom?nummer={ticket.number}", "/dag/sluiten", "/oefenen")
    for path in paths:
        go(someone, path)
        found.append(axe(someone))
        assert someone.page.evaluate("document.documentElement.scrollWidth") == 360, path
    assert found == [[]] * (len(paths) + 1)


def axe(someone: Any) -> list[str]:
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in Axe().run(someone.page)["violations"]]


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/invullen", {"{visit}-outcome": "gossip"}, 400),
        ("/dag/sluiten", None, 403),
        ("/dagstaat/overgenomen", None, 403),
        ("/oefenen/<script>", {}, 303),
    ],
)
def test_what_no_page_sends_does_nothing(
    staff: MakeStaff, figures: Any, path: str, form: dict[str, str] | None, status: int
) -> None:
    figures.clear()
    visits(figures, None)
    someone = staff(figures).sign_in()
    go(someone, "/invullen")
    short = someone.page.locator("[type=radio]").first.get_attribute("name").removesuffix("-outcome")
    token = {"_csrf_token": someone.page.locator("[name=_csrf_token]").first.input_value()}
    sent = {key.format(visit=short): value for key, value in (form or {}).items()} | (token if form is not None else {})
    answer = someone.page.request.post(f"{figures.url}{path}", form=sent, max_redirects=0)
    assert answer.status == status
    go(someone, "/invullen")
    expect(someone.page.locator("fieldset")).to_have_count(1)


def test_a_partner_has_no_figures(staff: MakeStaff, house: Any) -> None:
    partner = staff(house).sign_in_as("Taalhuis")
    for path in ("/dagstaat", "/invullen", "/cijfers", "/waarom", "/dag/sluiten"):
        assert partner.page.request.get(f"{house.url}{path}").status == 404
